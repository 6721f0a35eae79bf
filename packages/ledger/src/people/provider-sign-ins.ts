import { secondsAfter } from '@samenwerkt/calendar';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { change, sql, type Work } from '../database/work.js';
import { sha256 } from '../hashing.js';
import { ProviderSignInGone } from './errors.js';
import { newSecret } from './secret.js';

/** Seconds in which somebody must be back from a provider. */
const LASTS = 10 * 60;

const ADD = sql('INSERT INTO provider_sign_in (hash, provider, ends_at) VALUES (@hash, @provider, @endsAt)');
const USE = sql('DELETE FROM provider_sign_in WHERE hash = @hash AND provider = @provider AND ends_at > @now');
const FORGET = sql('DELETE FROM provider_sign_in WHERE ends_at < @now');

/** Sign-ins that were begun at another party and wait for somebody to come back; each is finished once. */
export class ProviderSignIns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns secret for the browser; whatever goes to the provider follows from it, so nothing else is kept */
  async begin(provider: string): Promise<string> {
    const { token, hash } = newSecret();
    const endsAt = secondsAfter(this.clock(), LASTS);
    await this.database.write(() => change(ADD, { hash, provider, endsAt }));
    return token;
  }

  /** Uses it up, whatever comes of it. @throws ProviderSignInGone */
  async finish(provider: string, secret: string): Promise<void> {
    const now = this.clock();
    const used = await this.database.write(() => change(USE, { hash: sha256(secret), provider, now }));
    if (used === 0) throw new ProviderSignInGone();
  }
}

/** Throws away what nobody came back to. */
export function* forgetProviderSignIns(now: string): Work<void> {
  yield* change(FORGET, { now });
}
