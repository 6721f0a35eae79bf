import { firingRoles, type PersonRole } from '@samenwerkt/access';
import { type Actor } from '@samenwerkt/engine';
import { type Scope, type Signed } from '@samenwerkt/ledger';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';

/** Who asks, and for which organisation. */
export interface Identity {
  readonly organisation: string;
  /** As the engine and histories know them: by id, with the roles that can fire events. */
  readonly actor: Actor;
  /** What may be seen of partnerships and contracts: goes to whatever reads them. */
  readonly scope: Scope;
  readonly roles: readonly PersonRole[];
  /** Id of the session; absent for an API token. */
  readonly session?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    identity?: Identity;
  }
}

/** The identity of somebody who signed in, or whose API token asks. */
export function identityOf({ organisation, person, roles, supplier, session }: Signed): Identity {
  return {
    organisation,
    actor: { id: person, roles: firingRoles(roles) },
    scope: { organisation, ...(supplier === undefined ? {} : { supplier }) },
    roles,
    ...(session === undefined ? {} : { session }),
  };
}

/** The identity of the one who asks, as a handler's argument. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  const { identity } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!identity) throw new Error('IdentityGuard did not run');
  return identity;
});
