import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Clock } from '../platform/clock/clock.js';
import type { Act, ActingRequest } from '../platform/http/act.js';
import { refuseAccess } from './access.refusals.js';
import type { Held } from './access.rules.js';

/** Who sends a request, and by which credential it is known. */
export interface Identified {
  memberId: string;
  name: string;
  login: string;
  /** Seats held today. */
  held: Held[];
  by: 'session' | 'token';
  /** The session or the token; what is closed or revoked. */
  credentialId: string;
}

/** What recognising leaves on the request. */
export interface IdentifiedRequest extends ActingRequest {
  identified?: Identified;
}

/** The actor of what is done before anybody has proven who they are. */
export const NOBODY = { id: '00000000-0000-0000-0000-000000000000', name: 'Chưa đăng nhập' };

/** An act outside the door: at sign-in, and from the command line. */
export function actBy(clock: Clock, actor: Act['actor'], requestId: string): Act {
  return { actor: { id: actor.id, name: actor.name }, today: clock.today(), at: clock.now(), requestId };
}

function identified(context: ExecutionContext): Identified {
  const request = context.switchToHttp().getRequest<IdentifiedRequest>();
  if (!request.identified) throw new Error('a route without a right took an identity');
  return request.identified;
}

/** Whoever is known, by whatever credential. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Identified => identified(context));

/** Who is signed in by a session: a program's token manages neither passwords nor sessions. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Identified => {
  const who = identified(context);
  if (who.by !== 'session') throw refuseAccess('session-needed');
  return who;
});
