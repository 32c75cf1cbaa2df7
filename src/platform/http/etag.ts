import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { tap, type Observable } from 'rxjs';
import type { Act } from './act.js';
import { refuseRequest } from './refusals.js';

/** Answers that carry a `version` carry it as ETag too. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((answer: unknown) => {
        if (typeof answer !== 'object' || answer === null || !('version' in answer)) return;
        if (typeof answer.version === 'number') void reply.header('etag', `"${answer.version}"`);
      }),
    );
  }
}

/** Version the caller has seen; refuses a change that names none (428). */
export function versionSeen(act: Act): number {
  if (act.expectedVersion === undefined) throw refuseRequest('version-needed');
  return act.expectedVersion;
}

/** For changes of state: If-Match is honoured when given. */
export function refuseStale(act: Act, version: number): void {
  if (act.expectedVersion !== undefined && act.expectedVersion !== version) throw refuseRequest('version-changed');
}
