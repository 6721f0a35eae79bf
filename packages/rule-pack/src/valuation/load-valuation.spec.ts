import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shown } from '../testing/sample-pack.js';
import { townObligation, townProblems, townValuation, townWith } from '../testing/town-pack.js';

const changed = (from: string, to: string): string[] => {
  expect(townValuation).toContain(from);
  return shown(townProblems({ 'valuation.yaml': townValuation.replace(from, to) }));
};

describe('a valuation.yaml', () => {
  it('that is right loads, with its blocks and bonuses', () => {
    const { valuation } = townWith();
    expect(valuation?.blocks.map(({ id }) => id)).toEqual([
      'ww',
      'jongere',
      'heel',
      'zonder',
      'oud',
      'stage',
      'kennis',
      'inkoop',
      'pad',
    ]);
    expect(valuation?.bonuses.map(({ id }) => id)).toEqual(['vijftig', 'zestig', 'vast', 'talent']);
  });

  it.each([
    [
      'an unknown key',
      'cumulation: sum',
      'cumulatie: sum',
      [
        "valuation.yaml:1:1 key-missing De sleutel 'cumulation' ontbreekt; voeg hem toe.",
        "valuation.yaml:4:1 key-unknown De sleutel 'cumulatie' hoort hier niet; bedoelde u 'cumulation'?",
      ],
    ],
    [
      'a parameter that is not there',
      'baseHours: basisuren',
      'baseHours: basisurn',
      [
        "valuation.yaml:1:12 parameter-unknown De parameter 'basisurn' bestaat niet in dit pakket; bedoelde u 'basisuren'?",
      ],
    ],
    [
      'a parameter of another unit',
      'baseHours: basisuren',
      'baseHours: venster',
      ['valuation.yaml:1:12 parameter-unit Hier hoort een parameter met eenheid uren; venster heeft maanden.'],
    ],
    [
      'a proration without grounds',
      ', source: { title: Nota } }\ncountable',
      ' }\ncountable',
      [
        'valuation.yaml:2:12 proration-ungrounded Zeg waar deze verrekening vandaan komt: een `source`, of een `assumption` als geen bron haar geeft.',
      ],
    ],
    [
      'a kind that does not exist',
      'kind: urenPerPersoon',
      'kind: uren',
      [
        "valuation.yaml:12:63 value-wrong Hier hoort een van: plaatsing, maandbedrag, urenPerPersoon, factuur, adviseur; er staat 'uren'.",
      ],
    ],
    [
      'a placement without an amount',
      'kind: plaatsing, amount: bedrag.onbekend',
      'kind: plaatsing',
      ['valuation.yaml:9:61 amount-missing Een blok van soort plaatsing heeft een `amount` nodig.'],
    ],
    [
      'an amount for what the adviser decides',
      'kind: adviseur, ',
      'kind: adviseur, amount: bedrag.ww, ',
      [
        "valuation.yaml:14:70 key-unneeded De sleutel 'amount' betekent niets voor een blok van soort adviseur; haal hem weg.",
      ],
    ],
    [
      'a block twice',
      'id: jongere',
      'id: ww',
      ["valuation.yaml:7:11 id-double De naam 'ww' komt twee keer voor; geef een andere."],
    ],
    [
      'a bonus for a block that is no placement',
      'blocks: [ww]',
      'blocks: [kennis]',
      ["valuation.yaml:18:121 block-unknown 'kennis' is geen plaatsing van dit pakket."],
    ],
    [
      'a condition that reads something unknown',
      'when: vastContract',
      'when: vastKontract',
      ['valuation.yaml:18:81 name-unknown vastKontract bestaat niet; bedoelde u vastContract?'],
    ],
    [
      'a condition that reads the contract',
      'when: vastContract',
      'when: contract.waarde > euro("1")',
      ['valuation.yaml:18:81 name-unknown contract.waarde bestaat niet.'],
    ],
    [
      'a proration of a bonus by a parameter that is no yes or no',
      'prorated: toeslag.naarRato',
      'prorated: venster',
      ['valuation.yaml:19:117 parameter-unit Hier hoort een parameter met eenheid jaNee; venster heeft maanden.'],
    ],
    [
      'a cumulation that is not one',
      'cumulation: sum',
      'cumulation: alles',
      ["valuation.yaml:4:13 value-wrong Hier hoort een van: sum, highest; er staat 'alles'."],
    ],
  ])('is refused with %s', (_, from, to, problems) => {
    expect(changed(from, to)).toEqual(problems);
  });

  it('says nothing more about a parameter whose own file is wrong', () => {
    const problems = townProblems({ 'parameters/basisuren.yaml': 'name: basisuren\n' });
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['parameters/basisuren.yaml']));
  });

  it('however mangled, is refused with places, or loads; it never breaks the loader', () => {
    const original = { 'valuation.yaml': townValuation, 'obligation.yaml': townObligation };
    const piece = fc.constantFrom(
      'null',
      '[]',
      '{}',
      '-1',
      '1e99',
      "''",
      'true',
      '"',
      ':',
      '- ',
      '\n',
      'parameter',
      'ww',
    );
    const edit = fc.tuple(
      fc.constantFrom(...(Object.keys(original) as (keyof typeof original)[])),
      fc.nat(),
      fc.nat(40),
      piece,
    );
    fc.assert(
      fc.property(edit, ([file, at, length, text]) => {
        const from = at % original[file].length;
        const mangled = original[file].slice(0, from) + text + original[file].slice(from + length);
        for (const problem of townProblems({ [file]: mangled })) {
          expect(problem).toMatchObject({ file, line: expect.any(Number), code: expect.stringMatching(/^[a-z-]+$/) });
          expect(`${problem.nl}${problem.en}`).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
