import { describe, expect, it } from '@jest/globals';
import { options } from './options.js';
import { policyOf, trialFiles } from './testing/packs.js';
import { begun, coordinator, NOW } from './testing/partnerships.js';
import { titleOf } from './titles.js';

const own = policyOf({
  ...trialFiles,
  'texts.yaml': `gebeurtenis.principebesluitNemen: { nl: Het college beslist, en: The board decides }
toestand.principebesluit: { nl: Bij het college, en: With the board }
`,
});

describe('the titles of states and events', () => {
  it('are those of the organisation where its pack has them', () => {
    const title = { nl: 'Principebesluit', en: 'Decision in principle' };
    expect(titleOf(own, 'toestand', { id: 'principebesluit', title }).nl).toBe('Bij het college');
    expect(titleOf(own, 'gebeurtenis', { id: 'principebesluit', title })).toBe(title);
    expect(titleOf(undefined, 'toestand', { id: 'principebesluit', title })).toBe(title);
  });

  it('are shown with what can happen next', () => {
    const shown = options(begun(), own, coordinator, NOW).map(({ event, title }) => [event, title.nl]);
    expect(shown).toContainEqual(['principebesluitNemen', 'Het college beslist']);
    expect(shown).toContainEqual(['principebesluitAfwijzen', 'Principebesluit afwijzen']);
  });
});
