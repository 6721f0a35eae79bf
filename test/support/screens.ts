import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Page } from 'playwright-core';
import { ROOT } from './host.js';

const FOLDER = join(ROOT, 'test/browser/screenshots');

/** WCAG 2.2 A and AA, and what is known to be good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What keeps somebody from using what is on screen: each rule with an example; empty when there is nothing. */
async function barriers(page: Page): Promise<string[]> {
  // Handed over through the debugger: the page itself lets no script in but its own.
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: { run(o: object): unknown } }).axe.run({ runOnly: { type: 'tag', values } }),
    RULES,
  )) as AxeResult;
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** How a screen can be looked at. */
const LOOKS = [
  { name: 'breed-licht', width: 1440, kleur: 'licht' },
  { name: 'breed-donker', width: 1440, kleur: 'donker' },
  { name: 'smal-licht', width: 360, kleur: 'licht' },
] as const;

/**
 * Looks at the screen in every way: a picture of each for people, and what is wrong with it: barriers, and anything that
 * sticks out at the side.
 */
export async function lookedAt(page: Page, name: string): Promise<string[]> {
  mkdirSync(FOLDER, { recursive: true });
  const found: string[] = [];
  for (const { name: look, width, kleur } of LOOKS) {
    await page.setViewportSize({ width, height: 900 });
    await page.locator('html').evaluate((html, chosen) => html.setAttribute('data-kleur', chosen), kleur);
    await page.screenshot({ path: join(FOLDER, `${name}-${look}.png`), fullPage: true });
    const out = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    if (out > 0) found.push(`${look}: ${out} px sticks out`);
    found.push(...(await barriers(page)).map((barrier) => `${look}: ${barrier}`));
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}
