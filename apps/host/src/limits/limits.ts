import { Inject } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';
import { RequestError } from '../http/errors.js';
import { type LimitsConfig } from './limits-config.js';
import { networkOf } from './network-of.js';
import { Pace } from './pace.js';

/** More was asked in a short time than one account or address may. Nothing was done; trying again helps after a while. */
class TooManyRequests extends RequestError {
  constructor(seconds: number, by: 'account' | 'address') {
    const nl = by === 'account' ? 'dit account' : 'dit netwerkadres';
    const en = by === 'account' ? 'this account' : 'this network address';
    super(
      'too-many-requests',
      429,
      {
        nl: `Er kwamen te veel verzoeken kort na elkaar van ${nl}; dit verzoek is niet uitgevoerd. Wacht ${seconds} seconden en ga dan rustiger door.`,
        en: `Too many requests came from ${en} in a short time; this one was not carried out. Wait ${seconds} seconds and go on more slowly.`,
      },
      [],
      { 'retry-after': String(seconds) },
    );
  }
}

/** How much may be asked of this process. Each process counts for itself: a shared count would cost every request a trip. */
export class Limits {
  private readonly accounts: Pace;
  private readonly addresses: Pace;

  constructor({ account, address }: Pick<LimitsConfig, 'account' | 'address'>) {
    this.accounts = new Pace(account);
    this.addresses = new Pace(address);
  }

  /** Counts a request of somebody. @param person id @throws TooManyRequests */
  count(person: string): void {
    const wait = this.accounts.take(person);
    if (wait > 0) throw new TooManyRequests(wait, 'account');
  }

  /** Counts every request by the address it comes from, before anything else is done for it; not those about health. */
  guard(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, _reply, done) => {
      const exempt = request.routeOptions.url?.startsWith('/health/') === true;
      const wait = exempt ? 0 : this.addresses.take(networkOf(request.ip));
      done(wait > 0 ? new TooManyRequests(wait, 'address') : undefined);
    });
  }
}

const LIMITS = Symbol('limits');

/** Provides the limits to the whole program. */
export const provideLimits = (limits: Limits) => ({ provide: LIMITS, useValue: limits });

/** The limits as a constructor's argument. */
export const InjectLimits = () => Inject(LIMITS);
