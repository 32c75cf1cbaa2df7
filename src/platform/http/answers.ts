import { HttpCode, applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { Problem } from './problem.js';

const PROBLEM_JSON = 'application/problem+json';

function refusals(): MethodDecorator {
  const schema = { $ref: getSchemaPath(Problem) };
  return applyDecorators(
    ApiExtraModels(Problem),
    ApiResponse({ status: '4XX', description: 'Refused', content: { [PROBLEM_JSON]: { schema } } }),
  );
}

/** Declares the status and shape a route answers with; a test refuses a route without one. */
export function Answers(status: number, type: Type | null, about?: string): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    ApiResponse({ status, description: about ?? (type ? type.name : 'Nothing to return'), ...(type ? { type } : {}) }),
    refusals(),
  );
}

/** One page of `type`, with the cursor of the next. */
export function AnswersPage(type: Type): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    ApiExtraModels(type),
    ApiResponse({
      status: 200,
      description: `Page of ${type.name}`,
      schema: {
        type: 'object',
        required: ['items', 'next'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(type) } },
          next: { type: 'string', nullable: true, description: 'Cursor of the next page; null on the last' },
        },
      },
    }),
    refusals(),
  );
}

/** A file, sent as an attachment and never as active content. */
export function AnswersFile(): MethodDecorator {
  const binary = { schema: { type: 'string', format: 'binary' } } as const;
  return applyDecorators(
    HttpCode(200),
    ApiResponse({ status: 200, description: 'The file', content: { 'application/octet-stream': binary } }),
    refusals(),
  );
}

/** The browser is sent on to another page. */
export function AnswersRedirect(): MethodDecorator {
  const headers = { Location: { schema: { type: 'string' } } } as const;
  return applyDecorators(ApiResponse({ status: 303, description: 'On to another page', headers }), refusals());
}

/** A table for a spreadsheet, as an attachment. */
export function AnswersCsv(): MethodDecorator {
  const text = { schema: { type: 'string' } } as const;
  return applyDecorators(
    HttpCode(200),
    ApiResponse({ status: 200, description: 'The table, UTF-8', content: { 'text/csv': text } }),
    refusals(),
  );
}
