import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';

export const RIGHT = 'right';
/** The right of a route that anybody may call: sign-in, health. */
export const EVERYBODY = 'everybody';

/** Declares the right a caller needs, as `noun.verb`; a test refuses a route without one. */
export function Right(right: string): MethodDecorator {
  const open = right === EVERYBODY;
  return applyDecorators(
    SetMetadata(RIGHT, right),
    ApiExtension('x-right', right),
    ...(open ? [] : [ApiBearerAuth('session')]),
  );
}
