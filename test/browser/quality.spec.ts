import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { openBrowser, type RealBrowser } from '../support/chromium.js';
import { ADDRESSES, addressOf, namedIn, openScreen, signedIn } from '../support/addresses.js';
import { ROOT, startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { looked } from '../support/looks.js';

const PICTURES = join(ROOT, 'test/browser/screenshots');

/** Two pixels for each of CSS, as who looks at 200 %. */
const NARROWABLE = { deviceScaleFactor: 2, viewport: { width: 1280, height: 900 } };
/** A4 upright without its margins, in pixels of CSS. */
const PAPER = 718;
/** Bytes, compressed, that the first screen may take. */
const FIRST_LOAD = 200_000;

/** What was seen on a screen, in the order of the tests below. */
interface Seen {
  readonly title: string;
  readonly shift: number;
  readonly firstStop: string;
  readonly unseenFocus: string[];
  readonly moving: string[];
  readonly sticksOut: number;
  readonly printed: string[];
}

const place = temporaryFolder();
let browser: RealBrowser;
let host: RunningHost;
let page: Page;
let known: Record<string, string>;
const seen: Record<string, Seen> = {};

beforeAll(async () => {
  browser = await openBrowser();
  host = await startHost(place.folder, { SEED: 'demo' });
  known = await namedIn(host);
  page = await signedIn(browser, host, NARROWABLE);
  for (const name of Object.keys(ADDRESSES)) seen[name] = await look(name);
}, 180_000);
afterAll(async () => {
  await browser.stop();
  await stopHost(host);
  place.dispose();
});

/** Looks at a screen once, as it comes, by keyboard, at 200 % and on paper. */
async function look(name: string): Promise<Seen> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openScreen(page, `${host.url}${addressOf(name, known)}`);
  const title = (await page.getByRole('heading', { level: 1 }).first().textContent()) ?? '';
  const shift = await looked<number>(page, 'shift');
  await page.keyboard.press('Tab');
  const firstStop = await looked<string>(page, 'focus');
  const unseenFocus = await looked<string[]>(page, 'unseenFocus');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await looked<string[]>(page, 'moving');
  await page.setViewportSize({ width: 640, height: 450 });
  const sticksOut = await looked<number>(page, 'sticksOut');
  await page.setViewportSize({ width: PAPER, height: 1020 });
  await page.emulateMedia({ media: 'print' });
  const printed = await atRest(() => looked<string[]>(page, 'printed'));
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `afdruk-${name}.png`), scale: 'css' });
  await page.emulateMedia({ media: null, reducedMotion: null });
  return { title, shift, firstStop, unseenFocus, moving, sticksOut, printed };
}

/** What is wrong once a screen came to rest: a drawing is made anew for another width, and is on its way meanwhile. */
async function atRest(look: () => Promise<string[]>): Promise<string[]> {
  let found = await look();
  for (let tries = 0; found.length > 0 && tries < 20; tries++) {
    await page.waitForTimeout(100);
    found = await look();
  }
  return found;
}

/** What is wrong, by screen; empty when all is well. */
function wrong<T>(of: (one: Seen) => T, isWell: (found: T) => boolean): Record<string, T> {
  const found = Object.entries(seen).map(([name, one]) => [name, of(one)] as const);
  return Object.fromEntries(found.filter(([, one]) => !isWell(one)));
}
const none = (found: readonly string[]) => found.length === 0;

describe('every screen', () => {
  it('is in this list: there is no address of the router without one', () => {
    const router = readFileSync(join(ROOT, 'apps/web/src/app/router.tsx'), 'utf8');
    const paths = [...router.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(20);
    const fits = (path: string) => {
      const ending = new RegExp(`${path.replace(/\$\w+/g, '[^/?]+')}(\\?.*)?$`);
      return Object.values(ADDRESSES).some((address) => ending.test(address));
    };
    expect(paths.filter((path) => !fits(path))).toEqual([]);
  });

  it('is there, but for the one that is not', () => {
    const missing = Object.entries(seen).filter(([, { title }]) => title === 'Deze pagina bestaat niet');
    expect(missing.map(([name]) => name)).toEqual(['niet-gevonden']);
  });

  it('stays where it is while it comes', () => {
    expect(
      wrong(
        ({ shift }) => shift,
        (shift) => shift < 0.1,
      ),
    ).toEqual({});
  });

  it('begins by keyboard with the way past the menu', () => {
    expect(
      wrong(
        ({ firstStop }) => firstStop,
        (text) => text === 'Naar de inhoud',
      ),
    ).toEqual({});
  });

  it('shows at every stop of the keyboard where one is', () => {
    expect(wrong(({ unseenFocus }) => unseenFocus, none)).toEqual({});
  });

  it('stands still for who wants that', () => {
    expect(wrong(({ moving }) => moving, none)).toEqual({});
  });

  it('fits at 200 %', () => {
    expect(
      wrong(
        ({ sticksOut }) => sticksOut,
        (pixels) => pixels <= 0,
      ),
    ).toEqual({});
  });

  it('is printed without menu and buttons, and whole', () => {
    expect(wrong(({ printed }) => printed, none)).toEqual({});
  });
});

describe('the first screen after signing in', () => {
  it('takes less than 200 kB of script and style, as the host sends them', async () => {
    const visit = await signedIn(browser, host);
    await visit.waitForLoadState('networkidle');
    const bytes = await visit.evaluate<number>(`performance.getEntriesByType('resource')
      .filter(({ name }) => /\\.(js|css)$/.test(new URL(name).pathname))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(FIRST_LOAD);
  });
});
