import { LOCAL_ORGANISATION } from '@samenwerkt/ledger';

const guard = new URL('../../apps/host/dist/identity/identity.guard.js', import.meta.url);
const { IdentityGuard } = await import(guard.href);

/*
 * Loaded before the host, for measuring only: who asks is not looked up, nor whether they may, nor whether they meant to.
 * Everything else of a request stays as it is. Nothing in the product can be set to do this.
 */
const roles = ['coordinator'];
const identity = {
  organisation: LOCAL_ORGANISATION.id,
  actor: { id: 'meting', roles },
  scope: { organisation: LOCAL_ORGANISATION.id },
  roles,
};

IdentityGuard.prototype.canActivate = (context) => {
  context.switchToHttp().getRequest().identity = identity;
  return Promise.resolve(true);
};
