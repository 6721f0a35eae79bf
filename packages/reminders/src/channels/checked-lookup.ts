import { lookup, type LookupAddress } from 'node:dns';
import { type BlockList, type LookupFunction } from 'node:net';
import { mayBeAsked } from './public-address.js';

/** Asks DNS for every address of a host. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** The host has an address in a network that may not be asked. */
export class AddressPrivate extends Error {
  constructor(host: string) {
    super(`${host} has an address that is not public`);
    this.name = 'AddressPrivate';
  }
}

/** DNS as the machine is set up, all addresses in its order. */
export const systemResolve: Resolve = (host) =>
  new Promise((resolve, reject) => {
    lookup(host, { all: true, verbatim: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

/**
 * A lookup for a connection: asks DNS once, refuses when any of the answers may not be asked, and hands exactly those
 * answers to the connection. A name that points elsewhere a moment later (DNS rebinding) is not asked again.
 */
export function checkedLookup(allowed: BlockList, resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        const mayAll = addresses.every(({ address }) => mayBeAsked(address, allowed));
        if (first === undefined || !mayAll) return callback(new AddressPrivate(host), '', 0);
        if (options.all) return callback(null, [...addresses]);
        return callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error as NodeJS.ErrnoException, '', 0),
    );
  };
}
