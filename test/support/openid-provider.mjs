import { createServer } from 'node:http';

/**
 * A real OpenID provider as a process of its own: `node openid-provider.mjs <settings as JSON>`. Prints its issuer once it
 * listens. Settings: `accounts` (claims by login name; every password will do), `redirectUris`, `behind`: seconds that its
 * clock is behind, and `port`.
 */
const { accounts, redirectUris, behind = 0, port = 0 } = JSON.parse(process.argv[2]);

const now = Date.now;
Date.now = () => now() - behind * 1000;
const { Provider } = await import('oidc-provider');

const server = createServer();
await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'samenwerkt',
      client_secret: 'zeer geheim',
      // A host of a test has any port; only a native client may come back to any port of this machine (RFC 8252, 7.3).
      application_type: 'native',
      redirect_uris: redirectUris,
      post_logout_redirect_uris: ['http://127.0.0.1/aanmelden'],
    },
  ],
  cookies: { keys: ['proef'] },
  claims: {
    openid: ['sub'],
    email: ['email', 'email_verified'],
    profile: ['name', 'locale', 'groups', 'realm_access', 'kvk'],
  },
  pkce: { required: () => true },
  findAccount: (_, id) => (accounts[id] ? { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) } : undefined),
});
server.on('request', provider.callback());
console.log(issuer);
