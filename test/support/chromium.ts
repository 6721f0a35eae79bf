import { startChromium } from '@samenwerkt/services';
import { chromium, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

/** A real browser, for one file of tests. */
export interface RealBrowser {
  /** Somebody who has never been here. @param screen what they look with */
  visitor(screen?: BrowserContextOptions): Promise<BrowserContext>;
  stop(): Promise<void>;
}

/** Starts Chromium, unless `TEST_CHROMIUM_URL` names one that takes the DevTools protocol. @throws ProgramMissing */
export async function openBrowser(): Promise<RealBrowser> {
  const given = process.env['TEST_CHROMIUM_URL'];
  const service = given === undefined ? await startChromium() : undefined;
  const browser = await chromium.connectOverCDP(service?.url ?? given ?? '');
  return {
    visitor: (screen) => browser.newContext({ locale: 'nl-NL', ...screen }),
    stop: async () => {
      await browser.close();
      await service?.stop();
    },
  };
}
