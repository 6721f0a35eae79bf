import { permits } from '@samenwerkt/access';
import { type Ledger, type Signed } from '@samenwerkt/ledger';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { EVENT_STREAM } from '../http/event-stream.js';
import { InjectLedger } from '../ledger.module.js';
import { InjectLimits, type Limits } from '../limits/limits.js';
import { readCookie } from './cookies.js';
import { isUnsafe, mustBeOurs, mustCarry } from './csrf.js';
import { NotSignedIn, RoleMissing, ScopeMissing } from './errors.js';
import { identityOf } from './identity.js';
import { ASKS, OPEN, type Asks } from './needs.js';
import { InjectSite, type Site } from './site.js';

/** Establishes who asks, whether they may and not too often, and that they meant to; then puts the identity on the request. */
@Injectable()
export class IdentityGuard implements CanActivate {
  private readonly reflector = new Reflector();

  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectSite() private readonly site: Site,
    @InjectLimits() private readonly limits: Limits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const asks = this.reflector.getAllAndOverride<Asks>(ASKS, [context.getHandler(), context.getClass()]);
    const bearer = bearerOf(request);
    // A browser never sends a token of its own accord: only cookies can be used by a page elsewhere.
    const guarded = bearer === undefined && isUnsafe(request);
    if (guarded) mustBeOurs(request, this.site);
    if (asks === OPEN) return true;
    const signed = await (bearer === undefined ? this.bySession(request, guarded) : this.ledger.apiTokens.find(bearer));
    if (!signed) throw new NotSignedIn();
    const { person, roles, scopes } = signed;
    this.limits.count(person);
    if (!permits(roles, asks)) throw new RoleMissing(asks);
    if (!permits(roles, asks, scopes)) throw new ScopeMissing(asks);
    request.identity = identityOf(signed);
    return true;
  }

  private async bySession(request: FastifyRequest, guarded: boolean): Promise<Signed | undefined> {
    const token = readCookie(request, 'sessie', this.site);
    const signed = token === undefined ? undefined : await this.ledger.sessions.find(token, isUnattended(request));
    if (signed && token !== undefined && guarded) mustCarry(request.headers['x-csrf-token'], token);
    return signed;
  }
}

/**
 * Whether a screen asks by itself while nobody is at it. Such a question does not keep a session alive, so that one that was
 * left open ends after the silence that it should. Who says so untruly only shortens their own.
 */
function isUnattended({ headers }: FastifyRequest): boolean {
  return headers['x-unattended'] !== undefined || headers.accept === EVENT_STREAM;
}

function bearerOf({ headers: { authorization } }: FastifyRequest): string | undefined {
  return authorization === undefined ? undefined : (/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
}
