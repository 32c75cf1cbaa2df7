import { ApiOperation } from '@nestjs/swagger';

/** What a route does, in a sentence: for the reader of the code and of openapi.json. */
export function About(summary: string): MethodDecorator {
  return ApiOperation({ summary });
}
