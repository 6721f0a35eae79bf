import { type FastifyRequest } from 'fastify';

/** Gives the address of a partnership. */
export type PageOf = (partnership: string) => string;

/** Gives the address of a version of a rule pack. */
export type PackPageOf = (pack: { readonly name: string; readonly version: string }) => string;

/** Addresses as the one who asks would type them: the scheme, host and port by which this program was found. */
export function pagesFor({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): PageOf {
  return (partnership) => partnershipPage(`${protocol}://${host}`, partnership);
}

/** As {@link pagesFor}, of rule packs. */
export function packPagesFor({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): PackPageOf {
  return (pack) => packPage(`${protocol}://${host}`, pack);
}

/** @param site without a slash at the end */
export function packPage(site: string, { name, version }: Parameters<PackPageOf>[0]): string {
  return `${site}/regelpakketten/${name}/${version}`;
}

/** @param site without a slash at the end */
export function partnershipPage(site: string, partnership: string): string {
  return `${site}/partnerschappen/${partnership}`;
}
