import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';

export const RIGHT = 'right';
export const CHARGES = 'charges';
/** The right of a route that anybody may call: sign-in, health. */
export const EVERYBODY = 'everybody';

/**
 * Whose business a deed is: the caller must hold the right over one of the bodies named, or over `every` one of them.
 * A body that is null stands for the whole register. No body at all, as of a record out of sight: the verb itself
 * answers, in its own words.
 */
export interface Charge {
  readonly name: string;
  readonly every?: boolean;
  /** Statement that gives `body_id` rows of the record `$1`, the `:id` of the path; read in the caller's scope. */
  readonly sql?: string;
  /** What the request sent names; not validated yet. Undefined: it says nothing of a body. */
  /** What is said to a caller who does not cover the bodies; without it, that it is not theirs to do. */
  readonly otherwise?: () => Error;
  readonly sent?: (body: Readonly<Record<string, unknown>>) => readonly unknown[] | undefined;
}

/** A deed that concerns every body: the right is needed over the whole register. */
export const WHOLE: Charge = { name: 'whole', sent: () => [null] };
/** A deed on oneself alone, or one that changes nothing. */
export const OWN: Charge = { name: 'own' };

/** Declares the right a caller needs, as `noun.verb`, and over which bodies; tests refuse routes that say neither. */
export function Right(right: string, ...charges: Charge[]): MethodDecorator {
  const open = right === EVERYBODY;
  return applyDecorators(
    SetMetadata(RIGHT, right),
    SetMetadata(CHARGES, charges),
    ApiExtension('x-right', right),
    ...(charges.length > 0
      ? [
          ApiExtension(
            'x-charges',
            charges.map(({ name }) => name),
          ),
        ]
      : []),
    ...(open ? [] : [ApiBearerAuth('session')]),
  );
}
