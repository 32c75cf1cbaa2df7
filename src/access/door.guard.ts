import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { createHash } from 'node:crypto';
import { Clock } from '../platform/clock/clock.js';
import { EVERYTHING, enterScope, seeingEverything } from '../platform/database/scope.js';
import type { Act, ActingRequest } from '../platform/http/act.js';
import { refuseRequest } from '../platform/http/refusals.js';
import { CHARGES, EVERYBODY, RIGHT, type Charge } from '../platform/http/right.js';
import { rightsOf, rootsOf, sightOf } from './access.rules.js';
import { ChargeService } from './charge.service.js';
import type { Identified } from './identity.js';
import { IdentityService } from './identity.service.js';
import { refuseToken } from './token.refusals.js';
import { scopesCover } from './token.rules.js';

const KEY = /^[\x21-\x7e]{8,200}$/;

function header(request: ActingRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

const NO_VERSION = -1;
const KEEPING = new Set(['members.read', 'members.keep', 'persons.export', 'seats.keep', 'webhooks.keep']);

/** A tag we never gave matches nothing. */
function version(request: ActingRequest): number | undefined {
  const asked = header(request, 'if-match')?.trim();
  if (asked === undefined || asked === '*') return undefined;
  return Number(/^(?:W\/)?"(\d{1,9})"$/.exec(asked)?.[1] ?? NO_VERSION);
}

/** Nobody passes without the route's right; who passes has an act. A route without a right is shut. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identity: IdentityService,
    private readonly charges: ChargeService,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const right = this.reflector.get<string | undefined>(RIGHT, context.getHandler());
    if (right === EVERYBODY) {
      // Of the register such a route shows nothing: it signs in, or says that we live.
      enterScope(EVERYTHING);
      return true;
    }
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const who = await seeingEverything(() => this.identity.recognise(request));
    if (!who) throw refuseRequest('not-signed-in');
    const roots = right === undefined ? null : rootsOf(who.held, right);
    if (right === undefined || roots === null) throw refuseRequest('forbidden', { right: right ?? '–' });
    // A session may all that its member may; a personal access token only what it was given.
    if (who.scopes && !scopesCover(who.scopes, right)) throw refuseToken('out-of-scope', { right });
    // People and addresses are seen only where the right to keep them is held.
    enterScope({ roots: KEEPING.has(right) ? roots : sightOf(who.held), actorId: who.memberId });
    const charges = this.reflector.get<Charge[] | undefined>(CHARGES, context.getHandler()) ?? [];
    if (roots !== 'everything') await this.refuseOthersBusiness(charges, roots, request);
    request.act = this.act(request, who);
    return true;
  }

  private async refuseOthersBusiness(
    charges: readonly Charge[],
    roots: readonly string[],
    request: ActingRequest,
  ): Promise<void> {
    for (const charge of charges)
      if (!(await this.charges.covers(charge, roots, request)))
        throw charge.otherwise?.() ?? refuseRequest('not-your-bodies');
  }

  private act(request: ActingRequest, { memberId: id, name, held, by }: Identified): Act {
    const expectedVersion = version(request);
    const key = request.method === 'POST' ? header(request, 'idempotency-key') : undefined;
    if (key !== undefined && !KEY.test(key)) throw refuseRequest('bad-key');
    return {
      actor: { id, name },
      rights: rightsOf(held),
      today: this.clock.today(),
      at: this.clock.now(),
      requestId: request.id,
      from: request.ip,
      by,
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
      ...(key === undefined ? {} : { idempotencyKey: key, fingerprint: fingerprintOf(request) }),
    };
  }
}

/** The same fields in another order are the same request. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function fingerprintOf(request: ActingRequest): string {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null, inOrder)}`)
    .digest('hex');
}
