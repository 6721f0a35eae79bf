import { describe, expect, it } from '@jest/globals';
import { cadence, cadenceFiles } from '../testing/cadence-pack.js';
import { loadPack } from '../load-pack.js';
import { filesWith } from '../testing/sample-pack.js';
import { vocabulary } from '../testing/vocabulary.js';
import { diffPacks } from './diff-packs.js';

/** The pack with this cadence; without one for undefined. */
function version(text: string | undefined) {
  const files = new Map(filesWith(cadenceFiles));
  if (text === undefined) files.delete('cadence.yaml');
  else files.set('cadence.yaml', text);
  return { files, pack: loadPack(files, vocabulary) };
}

/** What diff says when the one becomes the other. */
function said(before: string | undefined, after: string | undefined, language: 'nl' | 'en' = 'nl'): string[] {
  return diffPacks(version(before), version(after), '2026-11-22').changes.flatMap(({ level, text, details }) => [
    `${level} ${text[language]}`,
    ...details.map((one) => `  ${one[language]}`),
  ]);
}

const other = (from: string, to: string): string => {
  expect(cadence).toContain(from);
  return cadence.replace(from, to);
};

describe('diff on what is planned', () => {
  it('says which part of which moment became what', () => {
    expect(said(cadence, other('anchor: kalender', 'anchor: contractStart'))).toEqual([
      'minor Te plannen moment gesprek veranderd: Gesprek.',
      '  wanneer: terugkerend elkKwartaal kalender → terugkerend elkKwartaal contractStart',
    ]);
    expect(said(cadence, other('  leadTime: tweeWeken\n', ''), 'en')).toEqual([
      'minor Moment to plan gesprek changed: Conversation.',
      '  lead time: tweeWeken → -',
    ]);
  });

  it('sees nothing in a part that is written out and says what it said already', () => {
    expect(said(cadence, other('  to: opdrachtnemer', '  workday: geen\n  to: opdrachtnemer'))).toEqual([
      'patch Alleen versie, commentaar of opmaak is anders.',
    ]);
  });

  it('names moments that came or went', () => {
    const fewer = cadence.slice(0, cadence.indexOf('- id: alleen'));
    expect(said(cadence, fewer)).toEqual(['minor Te plannen moment alleen weg: Geen back-up.']);
    expect(said(fewer, cadence, 'en')).toEqual(['minor Moment to plan alleen added: No back-up.']);
  });

  it('says in one line that the pack has a cadence now, or none any more, also when it plans nothing', () => {
    expect(said(undefined, '[]\n')).toEqual(['minor Planning cadence.yaml erbij.']);
    expect(said(cadence, undefined, 'en')).toEqual(['minor Planning cadence.yaml removed.']);
  });
});
