import { spoken } from './language.js';

/** A sentence of the register: in both languages, or in the one that was asked for. */
interface Said {
  detail?: string;
  detailVi?: string;
  detailEn?: string;
}

interface FieldFault extends Said {
  pointer: string;
  code: string;
}

interface Body extends Said {
  code?: string;
  title?: string;
  pointer?: string;
  errors?: FieldFault[];
}

/** In the language of the page as it is now: one already shown changes with the page. */
export function sentenceOf(said: Said): string {
  return (spoken.language === 'en' ? said.detailEn : said.detailVi) ?? said.detail ?? '';
}

/** A refusal of the register (RFC 9457): stable code, its sentence, pointers to the fields. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    /** HTTP status; 0 when the register could not be reached. */
    readonly status: number,
    readonly code: string,
    readonly said: Said,
    readonly fields: readonly FieldFault[],
  ) {
    super(code);
  }

  static unreachable(cause: unknown): Problem {
    if (cause instanceof Problem) return cause;
    return new Problem(0, 'unreachable', {}, []);
  }

  get detail(): string {
    return sentenceOf(this.said);
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
    const fault = this.fields.find((field) => field.pointer === pointer);
    return fault && sentenceOf(fault);
  }
}

export function problemOf({ status }: { status: number }, error: unknown): Problem {
  const body = (typeof error === 'object' && error !== null ? error : {}) as Body;
  const { detail = body.title, detailVi, detailEn } = body;
  const said = { detail, detailVi, detailEn };
  const own = body.pointer === undefined ? [] : [{ ...said, pointer: body.pointer, code: body.code ?? '' }];
  return new Problem(status, body.code ?? `http.${status}`, said, body.errors ?? own);
}

/** The sentence for the field at this JSON pointer, when the failure is a refusal that blames it. */
export function faultAt(error: unknown, pointer: string): string | undefined {
  return error instanceof Problem ? error.at(pointer) : undefined;
}
