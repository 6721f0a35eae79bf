import * as client from 'openid-client';
import { type Claims } from './claims.js';
import {
  ClocksDiffer,
  ProviderAnswerInvalid,
  ProviderRefused,
  ProviderUnavailable,
  ProviderUnknown,
} from './errors.js';
import { type Provider } from './provider.js';
import { roundTripOf } from './round-trip.js';

/** Seconds that a provider may take to answer, and how far its clock may be off. */
const PATIENCE = 5;
const CLOCKS = 60;
const TRIES = 2;

/** Codes of errors that mean that the provider is not there, and not that something was wrong with what it said. */
const ABSENT: readonly (string | undefined)[] = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'];

/** The other parties that say who somebody is. What they say of themselves is asked when it is first needed, and kept. */
export class OpenIdProviders {
  private readonly known = new Map<string, Promise<client.Configuration>>();

  constructor(readonly all: readonly Provider[]) {}

  /** @throws ProviderUnknown */
  get(id: string): Provider {
    const provider = this.all.find((one) => one.id === id);
    if (!provider) throw new ProviderUnknown();
    return provider;
  }

  /** Where somebody goes to sign in. @param redirectUri where they come back. @throws ProviderUnavailable */
  async startOf(provider: Provider, secret: string, redirectUri: string): Promise<string> {
    const configuration = await this.configurationOf(provider);
    const { state, nonce, verifier } = roundTripOf(secret);
    return client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: provider.scopes.join(' '),
      ...{ state, nonce },
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).href;
  }

  /**
   * What the provider says of who came back. The signature of the ID token is checked, though it came straight from the
   * provider.
   * @param came the whole address at which they came back
   * @throws ProviderUnavailable, ProviderRefused, ProviderAnswerInvalid, ClocksDiffer
   */
  async finish(provider: Provider, secret: string, came: URL): Promise<Claims> {
    const configuration = await this.configurationOf(provider);
    const { state, nonce, verifier } = roundTripOf(secret);
    try {
      const tokens = await client.authorizationCodeGrant(configuration, came, {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
        idTokenExpected: true,
      });
      const told = tokens.claims();
      if (!told) throw new ProviderAnswerInvalid(provider.title);
      const hasMore = configuration.serverMetadata().userinfo_endpoint !== undefined;
      const more = hasMore ? await client.fetchUserInfo(configuration, tokens.access_token, told.sub) : {};
      return { ...more, ...told };
    } catch (error) {
      throw said(provider, error);
    }
  }

  /** Where somebody can end their session at the provider too; undefined when there is no such place, or it is not known. */
  async endOf(provider: Provider, backTo: string): Promise<string | undefined> {
    const configuration = await this.known.get(provider.id)?.catch(() => undefined);
    if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined;
    return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: backTo }).href;
  }

  private configurationOf(provider: Provider): Promise<client.Configuration> {
    const known = this.known.get(provider.id);
    if (known) return known;
    const asked = discovered(provider);
    this.known.set(provider.id, asked);
    // Who did not answer is asked again by the next one who comes.
    asked.catch(() => this.known.delete(provider.id));
    return asked;
  }
}

async function discovered(provider: Provider): Promise<client.Configuration> {
  const { issuer, clientId, clientSecret, title } = provider;
  const url = new URL(issuer);
  const execute = [client.enableNonRepudiationChecks];
  // Only for an issuer on this machine: the settings refuse any other.
  if (url.protocol === 'http:') execute.push(client.allowInsecureRequests);
  const metadata = { [client.clockTolerance]: CLOCKS };
  for (let left = TRIES; ; left--) {
    try {
      return await client.discovery(url, clientId, metadata, authentication(clientSecret), {
        execute,
        timeout: PATIENCE,
      });
    } catch (error) {
      if (left > 1) continue;
      console.warn(`${provider.id}: ${reasonOf(error)}`);
      throw new ProviderUnavailable(title);
    }
  }
}

/** By a header unless the provider only takes it in the form: the standard's own default (OpenID Connect Core, 9). */
function authentication(secret: string | undefined): client.ClientAuth {
  if (secret === undefined) return client.None();
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, metadata, body, headers) => {
    const takes = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    (takes.includes('client_secret_basic') ? basic : post)(server, metadata, body, headers);
  };
}

/** In our words; the cause goes to whoever runs the server. */
function said({ id, title }: Provider, error: unknown): Error {
  if (error instanceof client.AuthorizationResponseError) return new ProviderRefused(title, error.error);
  console.warn(`${id}: ${reasonOf(error)}`);
  // About the settings here, such as a secret that has expired; a code that is no good is about the answer.
  if (error instanceof client.ResponseBodyError && error.error !== 'invalid_grant')
    return new ProviderRefused(title, error.error);
  if (error instanceof client.WWWAuthenticateChallengeError) {
    const named = error.cause.map(({ parameters }) => parameters['error']).find((one) => one !== undefined);
    return new ProviderRefused(title, named ?? 'unauthorized');
  }
  const { code, name, status } = (error ?? {}) as { code?: string; name?: string; status?: number };
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return new ClocksDiffer(title);
  const absent = ABSENT.includes(code) || name === 'TimeoutError' || error instanceof TypeError;
  return absent && (status ?? 500) >= 500 ? new ProviderUnavailable(title) : new ProviderAnswerInvalid(title);
}

function reasonOf(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : { message: String(error), cause: undefined };
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
