interface FieldFault {
  pointer: string;
  code: string;
  detail: string;
}

interface Body {
  code?: string;
  title?: string;
  detail?: string;
  pointer?: string;
  errors?: FieldFault[];
}

/** A refusal of the register (RFC 9457): stable code, sentence in the asked language, pointers to the fields. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    /** HTTP status; 0 when the register could not be reached. */
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: readonly FieldFault[],
  ) {
    super(detail);
  }

  static unreachable(cause: unknown): Problem {
    if (cause instanceof Problem) return cause;
    return new Problem(0, 'unreachable', '', []);
  }

  /** The register knows no session (any more). */
  get isExpired(): boolean {
    return this.code === 'request.not-signed-in';
  }

  /** Somebody else has changed the record since it was read. */
  get isStale(): boolean {
    return this.status === 412;
  }

  /** The sentence for the field at this JSON pointer ('/parties/0/bodyId'), if it is to blame. */
  at(pointer: string): string | undefined {
    return this.fields.find((field) => field.pointer === pointer)?.detail;
  }
}

export function problemOf({ status }: { status: number }, error: unknown): Problem {
  const body = (typeof error === 'object' && error !== null ? error : {}) as Body;
  const own =
    body.pointer === undefined ? [] : [{ pointer: body.pointer, code: body.code ?? '', detail: body.detail ?? '' }];
  return new Problem(status, body.code ?? `http.${status}`, body.detail ?? body.title ?? '', body.errors ?? own);
}

/** The sentence for the field at this JSON pointer, when the failure is a refusal that blames it. */
export function faultAt(error: unknown, pointer: string): string | undefined {
  return error instanceof Problem ? error.at(pointer) : undefined;
}
