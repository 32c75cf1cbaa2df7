import { Injectable } from '@nestjs/common';
import { refuseAccess } from './access.refusals.js';
import { bearerOf, isMeant, sessionCookieOf } from './cookies.js';
import type { Identified, IdentifiedRequest } from './identity.js';
import { SessionsService } from './sessions.service.js';

/** Says who sends a request. A Bearer, even a wrong one, counts before a cookie. */
@Injectable()
export class IdentityService {
  constructor(private readonly sessions: SessionsService) {}

  async recognise(request: IdentifiedRequest): Promise<Identified | null> {
    const bearer = bearerOf(request);
    const found = bearer === undefined ? await this.byCookie(request) : await this.sessions.find(bearer, 'bearer');
    if (found) request.identified = found;
    return found;
  }

  private async byCookie(request: IdentifiedRequest): Promise<Identified | null> {
    const token = sessionCookieOf(request);
    const found = token === undefined ? null : await this.sessions.find(token, 'cookie');
    if (found && token !== undefined && !isMeant(request, token)) throw refuseAccess('csrf');
    return found;
  }
}
