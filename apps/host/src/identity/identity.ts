import { ROLES, type Actor, type Role } from '@samenwerkt/engine';
import { LOCAL_ACTOR, LOCAL_ORGANISATION } from '@samenwerkt/ledger';
import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { RoleUnknown } from '../http/errors.js';

/** Who asks, and for which organisation. */
export interface Identity {
  readonly organisation: string;
  readonly actor: Actor;
}

/** Header by which somebody at this machine takes on fewer roles, to see what each may do. */
const ROLES_HEADER = 'samenwerkt-roles';

declare module 'fastify' {
  interface FastifyRequest {
    identity?: Identity;
  }
}

/**
 * The only place that knows who is asking. There is no sign-in yet: whoever sits at this machine acts for the one
 * organisation, with every role unless `Samenwerkt-Roles: contractmanager` narrows it.
 */
@Injectable()
export class IdentityProvider {
  identify(request: FastifyRequest): Identity {
    const header = request.headers[ROLES_HEADER];
    const asked = typeof header === 'string' ? header.split(',').map((role) => role.trim()) : undefined;
    const unknown = asked?.find((role) => !(ROLES as readonly string[]).includes(role));
    if (unknown !== undefined) throw new RoleUnknown(unknown, ROLES);
    return {
      organisation: LOCAL_ORGANISATION.id,
      actor: { id: LOCAL_ACTOR, roles: (asked as Role[] | undefined) ?? ROLES },
    };
  }
}

/** Puts the identity on every request before its handler runs. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(private readonly provider: IdentityProvider) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.identity = this.provider.identify(request);
    return true;
  }
}

/** The identity of the one who asks, as a handler's argument. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  const { identity } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!identity) throw new Error('IdentityGuard did not run');
  return identity;
});
