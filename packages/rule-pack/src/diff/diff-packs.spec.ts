import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOn } from '../dated.js';
import { loadPack } from '../load-pack.js';
import { type Parameter } from '../model.js';
import { drempel, filesWith, manifest, packWith, rule } from '../testing/sample-pack.js';
import { vocabulary } from '../testing/vocabulary.js';
import { diffPacks, type PackDifference } from './diff-packs.js';
import { periodsBetween } from './periods.js';
import { adviseVersion } from './version-advice.js';

type Files = Record<string, string>;

const version = (files: Files) => ({ files: filesWith(files), pack: loadPack(filesWith(files), vocabulary) });
const diff = (before: Files, after: Files): PackDifference => diffPacks(version(before), version(after), '2026-11-22');
const lines = ({ changes }: PackDifference, language: 'nl' | 'en' = 'nl'): string[] =>
  changes.flatMap(({ level, text, details }) => [
    `${level} ${text[language]}`,
    ...details.map((one) => `  ${one[language]}`),
  ]);

const values = (...entries: [string, string][]): Files => ({
  'parameters/drempel.yaml': drempel.replace(
    /values:[^]*/,
    `values:\n${entries.map(([from, value]) => `  - { from: ${from}, value: ${value}, source: { title: Bron } }\n`).join('')}`,
  ),
});
const rules = (lines: Record<string, string>): Files => ({ 'rules/regels.yaml': rule(lines) });
const raisedTo = (to: string): Files => ({ 'pack.yaml': manifest.replace('version: 1.0.0', `version: ${to}`) });

describe('two versions that are the same', () => {
  it('differ in nothing', () => {
    const { changes, advice } = diff({}, { 'README.md': '# Nieuw' });
    expect(changes).toEqual([]);
    expect(advice).toMatchObject({ enough: true, advised: '1.0.0' });
    expect(advice.text).toEqual({ nl: 'Er is niets veranderd.', en: 'Nothing changed.' });
  });

  it('differ in layout when only comment was added, which the digest does count', () => {
    const difference = diff({}, { 'parameters/drempel.yaml': `# uitleg\n${drempel}` });
    expect(lines(difference)).toEqual(['patch Alleen versie, commentaar of opmaak is anders.']);
    expect(difference.advice).toMatchObject({ enough: false, advised: '1.0.1' });
  });
});

describe('a changed value', () => {
  it('is told by the periods it touches, not by the lines of the file', () => {
    const before = values(['2015-01-01', "'30000.00'"], ['2019-10-01', "'40000.00'"], ['2023-07-01', "'50000.00'"]);
    const after = values(['2015-01-01', "'30000.00'"], ['2019-10-01', "'50000.00'"]);
    const difference = diff(before, after);
    expect(lines(difference)).toEqual([
      'major Parameter drempel veranderd: Drempel.',
      '  van 2019-10-01 tot 2023-07-01: € 40.000,00 → € 50.000,00',
      '  bronnen veranderd',
      '  aannames veranderd',
    ]);
    expect(lines(difference, 'en')[1]).toBe('  from 2019-10-01 until 2023-07-01: € 40,000.00 → € 50,000.00');
  });

  it('that has yet to come decides nothing that was decided', () => {
    const after = values(['2015-01-01', "'100000.00'"], ['2027-01-01', 'null']);
    const [first, ...rest] = lines(diff(values(['2015-01-01', "'100000.00'"]), after));
    expect(first).toBe('minor Parameter drempel veranderd: Drempel.');
    expect(rest).toContain('  vanaf 2027-01-01: € 100.000,00 → geen waarde');
  });

  it('weighs most from the very day of comparison', () => {
    const before = values(['2015-01-01', "'1.00'"]);
    const on = (from: string) => diff(before, values(['2015-01-01', "'1.00'"], [from, "'2.00'"])).changes[0]?.level;
    expect([on('2026-11-22'), on('2026-11-23')]).toEqual(['major', 'minor']);
  });

  it('leaves the values alone when only its papers change', () => {
    const after = drempel.replace('lastVerifiedOn: 2026-11-22', 'lastVerifiedOn: 2026-11-21').replace('Threshold', 'X');
    expect(lines(diff({}, { 'parameters/drempel.yaml': after }))).toEqual([
      'patch Parameter drempel: de waarden blijven gelijk.',
      '  titel veranderd',
      '  nagekeken op 2026-11-22 → 2026-11-21',
    ]);
  });

  it('of another unit is a change of everything', () => {
    const after = drempel.replace('euro', 'procent').replace('100000.00', '5');
    const free = rules({ condition: 'contract.soort == "werk"' });
    expect(lines(diff(free, { ...free, 'parameters/drempel.yaml': after }))).toEqual([
      'major Parameter drempel veranderd: Drempel.',
      '  vanaf 2015-01-01: € 100.000,00 → 5%',
      '  eenheid: euro → procent',
    ]);
  });
});

describe('a parameter that comes or goes', () => {
  const boete = (text: string): Files => ({ 'parameters/boete.yaml': text.replace('name: drempel', 'name: boete') });

  it('is an addition when nothing reads it, and to be filled in when it has no values', () => {
    const empty = drempel.replace(/values:[^]*/, 'source: onbekend\nvalues: []\n');
    expect(lines(diff({}, boete(empty)))).toEqual(['minor Parameter boete erbij: Drempel.', '  nog in te vullen']);
    expect(lines(diff({}, boete(drempel)))[0]).toBe('minor Parameter boete erbij: Drempel.');
  });

  it('may turn decisions around when a rule reads it', () => {
    const after = { ...boete(drempel), ...rules({ condition: 'contract.waarde >= parameter.boete' }) };
    expect(diff({}, after).changes.map(({ subject, level }) => [subject, level])).toEqual([
      ['boete', 'major'],
      ['PR-01', 'major'],
    ]);
  });

  it('takes its values with it', () => {
    expect(lines(diff(boete(drempel), {}))).toEqual([
      'major Parameter boete weg: Drempel.',
      '  vanaf 2015-01-01: € 100.000,00 → geen waarde',
    ]);
  });
});

describe('a changed rule', () => {
  it.each<[string, Files, Files, string[]]>([
    [
      'with another condition may hold back more',
      rules({}),
      rules({ condition: 'contract.waarde > parameter.drempel' }),
      [
        'major Regel PR-01 veranderd: Regel.',
        '  raakt: gunnen',
        '  voorwaarde: contract.waarde >= parameter.drempel → contract.waarde > parameter.drempel',
      ],
    ],
    [
      'that only warns is a lesser change',
      rules({ severity: 'warn' }),
      rules({ severity: 'warn', referenceDate: 'contractStart' }),
      ['minor Regel PR-01 veranderd: Regel.', '  raakt: gunnen', '  peildatum: vandaag → contractStart'],
    ],
    [
      'that becomes a warning is relaxed',
      rules({}),
      rules({ severity: 'warn' }),
      ['minor Regel PR-01 veranderd: Regel.', '  raakt: gunnen', '  zwaarte: block → warn'],
    ],
    [
      'at more events holds back more',
      rules({}),
      rules({ events: '[gunnen, afronden]' }),
      ['major Regel PR-01 veranderd: Regel.', '  raakt: gunnen, afronden', '  nu ook bij: afronden'],
    ],
    [
      'at fewer events holds back less',
      rules({ events: '[gunnen, afronden]' }),
      rules({}),
      ['minor Regel PR-01 veranderd: Regel.', '  raakt: gunnen, afronden', '  niet meer bij: afronden'],
    ],
    [
      'in its words only changes no decision',
      rules({}),
      rules({ remedy: '{ nl: Anders, en: Differently }', advice: '{ aspect: duur, otherwise: aandacht }' }),
      ['patch Regel PR-01 veranderd: Regel.', '  raakt: gunnen', '  voor de lezer: remedy, advice'],
    ],
    [
      'that is new and blocks',
      rules({}),
      { 'rules/regels.yaml': rule() + rule({ id: 'PR-02' }) },
      ['major Regel PR-02 erbij: Regel.', '  raakt: gunnen', '  houdt tegen'],
    ],
    [
      'that is gone',
      { 'rules/regels.yaml': rule() + rule({ id: 'PR-02', severity: 'warn' }) },
      rules({}),
      ['minor Regel PR-02 weg: Regel.', '  raakt: gunnen', '  waarschuwt'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(lines(diff(before, after))).toEqual(expected);
  });

  it('that only moved to another file is the same rule', () => {
    const before = version({ 'rules/b.yaml': rule({ id: 'PR-02' }) });
    const after = version({ 'rules/regels.yaml': rule() + rule({ id: 'PR-02' }) });
    expect(lines(diffPacks(before, after, '2026-11-22'))).toEqual([
      'patch Alleen versie, commentaar of opmaak is anders.',
    ]);
  });
});

describe('the rest of a pack', () => {
  const record = (title: string): Files => ({
    'records.yaml': `- state: werkgroep\n  field: dossier.werkgroep.inkoop\n  title: { nl: ${title}, en: b }\n  source: { title: Bron }\n`,
  });

  it('may ask one record more, or less, or in other words', () => {
    const name = 'dossier.werkgroep.inkoop (werkgroep)';
    expect(lines(diff({}, record('a')))).toEqual([`major Voortaan verplicht: ${name}.`]);
    expect(lines(diff(record('a'), {}))).toEqual([`minor Niet meer verplicht: ${name}.`]);
    expect(lines(diff(record('a'), record('b')))).toEqual([`patch ${name}: title veranderd.`]);
  });

  it('may be for other lifecycles, another engine, or under another name', () => {
    const after = manifest
      .replace('name: proef', 'name: andere')
      .replace('en: Trial', 'en: Try')
      .replace('[stappenplan-2020]', '[stappenplan-2020, stappenplan-2019]');
    const difference = diff({}, { 'pack.yaml': after });
    expect(lines(difference, 'en')).toEqual([
      'major pack.yaml, name: proef → andere',
      'patch pack.yaml, title: Trial → Try',
      'minor pack.yaml, lifecycles: stappenplan-2020 → stappenplan-2020, stappenplan-2019',
    ]);
    expect(lines(diff({ 'pack.yaml': after }, {}), 'en')[2]).toMatch(/^major pack\.yaml, lifecycles/);
  });

  it('names a file that it does not compare by what it says', () => {
    const [before, after] = [version({}), version({})];
    const given = (text: string) => new Map([...before.files, ['anders.yaml', text]]);
    const first = diffPacks(before, { ...after, files: given('a: 1') }, '2026-11-22');
    expect(lines(first)).toEqual(['minor Bestand anders.yaml erbij.']);
    const second = diffPacks({ ...before, files: given('a: 1') }, { ...after, files: given('a: 2') }, '2026-11-22');
    expect(lines(second)).toEqual(['major Bestand anders.yaml veranderd.']);
    expect(
      lines(diffPacks({ ...before, files: given('a: 1\r\n') }, { ...after, files: given('a: 1\n') }, '2026-11-22')),
    ).toEqual([]);
  });
});

describe('the advice about the version', () => {
  it.each([
    ['1.2.3', '1.2.4', 'patch', true, '1.2.4'],
    ['1.2.3', '1.2.4', 'minor', false, '1.3.0'],
    ['1.2.3', '1.3.0', 'minor', true, '1.3.0'],
    ['1.2.3', '1.10.0', 'major', false, '2.0.0'],
    ['1.9.3', '1.10.0', 'minor', true, '1.10.0'],
    ['1.2.3', '2.0.0', 'major', true, '2.0.0'],
    ['1.2.3', '1.2.3', 'patch', false, '1.2.4'],
  ] as const)('%s → %s with a %s change: enough is %s', (before, after, level, enough, advised) => {
    expect(adviseVersion(before, after, [level, 'patch'])).toMatchObject({ enough, advised });
  });

  it('is told with the reason', () => {
    const { advice } = diff({}, { ...raisedTo('1.1.0'), ...rules({ condition: 'contract.soort == "werk"' }) });
    expect(advice.text).toEqual({
      nl: 'Versie 1.0.0 → 1.1.0 is niet genoeg: besluiten kunnen anders uitvallen. Maak er 2.0.0 van.',
      en: 'Version 1.0.0 → 1.1.0 is not enough: decisions may turn out differently. Make it 2.0.0.',
    });
    expect(diff(raisedTo('1.1.0'), {}).advice).toMatchObject({ enough: false });
  });
});

describe('the periods in which two parameters differ', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`);
  const dated = fc
    .uniqueArray(fc.tuple(day, fc.option(fc.constantFrom('1.00', '2.00'))), {
      selector: ([from]) => from,
      maxLength: 8,
    })
    .map((entries) => ({
      ...(packWith().parameters.get('drempel') as Parameter),
      values: entries
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([from, value]) => ({ from, value, source: { title: 'Bron' } })),
    }));

  it('are exactly the days on which they have another value', () => {
    fc.assert(
      fc.property(dated, dated, day, (before, after, on) => {
        const valueOf = ({ values }: Parameter) => valueOn(values, on)?.value ?? null;
        const period = periodsBetween(before, after).find(
          ({ from, until }) => from <= on && (until === undefined || on < until),
        );
        const differs = valueOf(before) !== valueOf(after);
        expect(period !== undefined).toBe(differs);
        if (period) expect([period.before, period.after]).toEqual([valueOf(before), valueOf(after)]);
      }),
    );
  });

  it('never touch one another with the same change: such periods are one', () => {
    fc.assert(
      fc.property(dated, dated, (before, after) => {
        const periods = periodsBetween(before, after);
        for (const [i, period] of periods.entries()) {
          const next = periods[i + 1];
          if (next?.from !== period.until || !next) continue;
          expect([next.before, next.after]).not.toEqual([period.before, period.after]);
        }
      }),
    );
  });
});
