import { describe, expect, it } from '@jest/globals';
import { loadPack } from '../load-pack.js';
import { filesWith } from '../testing/sample-pack.js';
import { townObligation, townParameters, townValuation } from '../testing/town-pack.js';
import { vocabulary } from '../testing/vocabulary.js';
import { diffPacks } from './diff-packs.js';

type Files = Record<string, string>;

const test = `- id: TO-T1
  title: { nl: Een jaar WW, en: A year of WW }
  kind: valuation
  date: 2024-01-01
  input: { contribution: { block: ww, urenPerWeek: 38, maanden: 12 } }
  expected: '18000.00'
  standing: arithmetic
`;
const whole = {
  ...townParameters,
  'obligation.yaml': townObligation,
  'valuation.yaml': townValuation,
  'tests/a.yaml': test,
};
const version = (files: Files) => ({ files: filesWith(files), pack: loadPack(filesWith(files), vocabulary) });

/** What diff says when this text in a file of the town becomes that. */
function changed(file: keyof typeof whole, from: string, to: string, language: 'nl' | 'en' = 'nl'): string[] {
  expect(whole[file]).toContain(from);
  return said({ ...whole, [file]: whole[file].replace(from, to) }, language);
}

function said(after: Files, language: 'nl' | 'en' = 'nl', before: Files = whole): string[] {
  return diffPacks(version(before), version(after), '2026-11-22').changes.flatMap(({ level, text, details }) => [
    `${level} ${text[language]}`,
    ...details.map((one) => `  ${one[language]}`),
  ]);
}

const without = (...files: (keyof typeof whole)[]): Files =>
  Object.fromEntries(Object.entries(whole).filter(([file]) => !files.includes(file as keyof typeof whole)));

describe('diff on what is owed', () => {
  it('says which part of which obligation became what', () => {
    expect(changed('obligation.yaml', 'cap: hoogste', 'cap: minimum')).toEqual([
      'major Verplichting social veranderd: Social return.',
      '  maximum: hoogste → minimum',
    ]);
    expect(changed('obligation.yaml', 'kinds: [werk]', 'kinds: [werk, levering]', 'en')).toEqual([
      'major Obligation social changed: Social return.',
      '  thresholds: drempelWerk werk, drempelDienst dienst → drempelWerk werk, levering, drempelDienst dienst',
    ]);
  });

  it('weighs a title as nothing but a title', () => {
    expect(changed('obligation.yaml', 'nl: Verkennen', 'nl: Onderzoeken')).toEqual([
      'patch Verplichting verkennen veranderd: Onderzoeken.',
      '  titel: Verkennen → Onderzoeken',
    ]);
  });

  it('names obligations that came or went', () => {
    expect(said(without('obligation.yaml'))).toEqual([
      'major Verplichting social weg: Social return.',
      'major Verplichting verkennen weg: Verkennen.',
    ]);
    expect(said(whole, 'nl', without('obligation.yaml'))).toEqual([
      'major Verplichting social erbij: Social return.',
      'major Verplichting verkennen erbij: Verkennen.',
    ]);
  });
});

describe('diff on what contributions are worth', () => {
  it('says which part of which block became what', () => {
    expect(changed('valuation.yaml', 'maxMonths: duur.ww, ', '')).toEqual([
      'major Bouwblok ww veranderd: WW.',
      '  langste duur: duur.ww → -',
    ]);
    expect(changed('valuation.yaml', 'prorated: false }', 'prorated: true }', 'en')).toEqual([
      'major Building block heel changed: Whole.',
      '  prorated: no → yes',
    ]);
  });

  it('takes a new block as something more, and a lost one as something else', () => {
    const block = '  - { id: nieuw, title: { nl: Nieuw, en: New }, kind: factuur }\n';
    expect(changed('valuation.yaml', 'blocks:\n', `blocks:\n${block}`)).toEqual(['minor Bouwblok nieuw erbij: Nieuw.']);
    const kept = { ...whole, 'valuation.yaml': whole['valuation.yaml'].replace('blocks:\n', `blocks:\n${block}`) };
    expect(said(whole, 'nl', kept)).toEqual(['major Bouwblok nieuw weg: Nieuw.']);
  });

  it('says what became of a bonus, and of the proration', () => {
    expect(changed('valuation.yaml', 'leeftijd >= 50', 'leeftijd >= 55')).toEqual([
      'major Toeslag vijftig veranderd: 50+.',
      '  voorwaarde: leeftijd >= 50 → leeftijd >= 55',
    ]);
    expect(changed('valuation.yaml', 'hours: true', 'hours: false')).toEqual([
      'major Waardering valuation.yaml veranderd.',
      '  verrekening van uren: ja → nee',
    ]);
    expect(changed('valuation.yaml', 'source: { title: Nota }', 'source: { title: Nota 2 }')).toEqual([
      'patch Waardering valuation.yaml veranderd.',
      '  bron van de verrekening: Nota → Nota 2',
    ]);
  });

  it('says in one line that there is a valuation now, or none any more', () => {
    const bare = without('valuation.yaml', 'tests/a.yaml');
    const untested = without('tests/a.yaml');
    expect(said(untested, 'nl', bare)).toEqual(['minor Waardering valuation.yaml erbij.']);
    expect(said(bare, 'nl', untested)).toEqual(['major Waardering valuation.yaml weg.']);
  });
});

describe('diff on evidence', () => {
  const asked = (until: string, note = '') => ({
    ...whole,
    'evidence.yaml': `- id: loonstrook
  title: { nl: Loonstrook, en: Payslip }
  for: { blocks: [ww] }
  periods: [{ from: 2020-01-01, until: ${until}, source: { title: Nota } }]
${note}`,
  });

  it('says what is asked, or no longer, and in which periods', () => {
    expect(said(asked('2026-01-01'))).toEqual(['minor Bewijsstuk loonstrook erbij: Loonstrook.']);
    expect(said(whole, 'en', asked('2026-01-01'))).toEqual(['minor Evidence loonstrook removed: Payslip.']);
    expect(said(asked('2027-01-01'), 'nl', asked('2026-01-01'))).toEqual([
      'minor Bewijsstuk loonstrook veranderd: Loonstrook.',
      '  perioden: 2020-01-01 2026-01-01 Nota → 2020-01-01 2027-01-01 Nota',
    ]);
  });

  it('weighs a note as nothing but a note', () => {
    expect(said(asked('2026-01-01', '  note: { nl: Zonder naam, en: No name }'), 'nl', asked('2026-01-01'))).toEqual([
      'patch Bewijsstuk loonstrook veranderd: Loonstrook.',
      '  toelichting: - → Zonder naam',
    ]);
  });
});

describe('diff on own words', () => {
  const called = (nl: string) => ({ ...whole, 'texts.yaml': `gebeurtenis.gunnen: { nl: ${nl}, en: Award }\n` });

  it('names each that came, went or reads otherwise, and weighs none', () => {
    expect(said(called('Gunning'), 'en')).toEqual(['patch Text gebeurtenis.gunnen added.']);
    expect(said(called('Verlenen'), 'nl', called('Gunning'))).toEqual([
      'patch Tekst gebeurtenis.gunnen veranderd.',
      '  Nederlands: Gunning → Verlenen',
    ]);
  });
});

describe('diff on tests', () => {
  it('names each that came, went or expects something else, and weighs none', () => {
    expect(changed('tests/a.yaml', "'18000.00'", "'17000.00'")).toEqual([
      'patch Test TO-T1 veranderd: Een jaar WW.',
      '  verwacht: 18000.00 → 17000.00',
    ]);
    expect(said(without('tests/a.yaml'))).toEqual(['patch Test TO-T1 weg: Een jaar WW.']);
  });

  it('sees nothing in a test that moved to another file', () => {
    expect(said({ ...without('tests/a.yaml'), 'tests/b.yaml': test })).toEqual([
      'patch Alleen versie, commentaar of opmaak is anders.',
    ]);
  });
});
