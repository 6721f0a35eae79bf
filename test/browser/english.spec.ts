import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { ADDRESSES, addressOf, namedIn, openScreen, signedIn } from '../support/addresses.js';
import { openBrowser, type RealBrowser } from '../support/chromium.js';
import { ROOT, startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const PICTURES = join(ROOT, 'test/browser/screenshots');
const TEXTS = join(ROOT, 'apps/web/src/i18n');

const place = temporaryFolder();
let browser: RealBrowser;
let host: RunningHost;
let page: Page;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await openBrowser();
  host = await startHost(place.folder, { SEED: 'demo' });
  page = await signedIn(browser, host, { viewport: { width: 1440, height: 900 } });
  await page.evaluate(`localStorage.setItem('samenwerkt.taal', 'en')`);
}, 180_000);
afterAll(async () => {
  await browser.stop();
  await stopHost(host);
  place.dispose();
});

/** Every Dutch text of the screens that has another in English. */
function dutchTexts(): Set<string> {
  // Somebody may be on record by function: what roles are called is data as well.
  const files = readdirSync(TEXTS).filter((name) => /^texts.*\.ts$/.test(name) && name !== 'texts-roles.ts');
  const pairs = files.flatMap((name) => [
    ...readFileSync(join(TEXTS, name), 'utf8').matchAll(/\[\s*'([^']+)',\s*'([^']+)',?\s*\]/g),
  ]);
  return new Set(pairs.flatMap(([, nl = '', en]) => (nl === en ? [] : [nl])));
}

/** Every piece of text on the page, and what is told of fields and buttons. */
const PIECES = `[...document.querySelectorAll('body *')].flatMap((element) => [
  ...[...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data.trim()),
  element.getAttribute('aria-label') ?? '',
])`;

describe('in English', () => {
  it('every screen is English: none of its own texts stays Dutch', async () => {
    const dutch = dutchTexts();
    expect(dutch.size).toBeGreaterThan(400);
    const known = await namedIn(host);
    const left: Record<string, string[]> = {};
    for (const name of Object.keys(ADDRESSES)) {
      await openScreen(page, `${host.url}${addressOf(name, known)}`);
      await page.screenshot({ path: join(PICTURES, `engels-${name}.png`), fullPage: name !== 'herinneringen' });
      const found = (await page.evaluate<string[]>(PIECES)).filter((piece) => dutch.has(piece));
      if (found.length > 0) left[name] = found;
    }
    expect(left).toEqual({});
  }, 120_000);
});
