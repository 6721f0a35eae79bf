import { Inject } from '@nestjs/common';

/** What this server is to whoever comes to it. */
export interface Site {
  /** Address under which people open the product, without a slash at the end. */
  readonly publicUrl: string;
  /** Whether it can be reached from this machine only: then there may be demo accounts. */
  readonly local: boolean;
}

export const SITE = Symbol('site');

/** The site as a constructor's argument. */
export const InjectSite = () => Inject(SITE);

/** Whether cookies may only travel encrypted. */
export function isSecure({ publicUrl }: Pick<Site, 'publicUrl'>): boolean {
  return publicUrl.startsWith('https://');
}
