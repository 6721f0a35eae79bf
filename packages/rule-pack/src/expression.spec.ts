import { describe, expect, it } from '@jest/globals';
import { type FactValues } from './facts.js';
import { type Verdict } from './model.js';
import { problemsWith, rule, ruleWith, shown } from './testing/sample-pack.js';

const date = '2026-11-22';

function verdict(condition: string, values: FactValues = {}, lines: Record<string, string> = {}): Verdict {
  const { pack, rule: compiled } = ruleWith(condition, lines);
  return compiled.evaluate(pack.facts(values), date);
}

const outcome = (condition: string, values?: FactValues): Verdict['outcome'] => verdict(condition, values).outcome;

/** What is said of a condition, without the file. */
function refusal(condition: string): string[] {
  return shown(
    problemsWith({ 'rules/regels.yaml': rule({ condition: `|-\n    ${condition.replaceAll('\n', '\n    ')}` }) }),
  ).map((text) => text.replace('rules/regels.yaml:', ''));
}

describe('a condition', () => {
  it('compares amounts exactly, to the cent', () => {
    expect(outcome('contract.waarde >= parameter.drempel', { contract: { waarde: '99999.99' } })).toBe('notFulfilled');
    expect(outcome('contract.waarde >= parameter.drempel', { contract: { waarde: '100000.00' } })).toBe('fulfilled');
    expect(outcome('contract.waarde == euro("100000")', { contract: { waarde: '100000.00' } })).toBe('fulfilled');
    expect(outcome('contract.waarde != euro("0.30")', { contract: { waarde: '0.3' } })).toBe('notFulfilled');
  });

  it('adds, subtracts and takes a part of amounts without rounding', () => {
    const contract = { waarde: '0.10', loonsom: '0.20' };
    expect(outcome('contract.waarde + contract.loonsom == euro("0.30")', { contract })).toBe('fulfilled');
    expect(outcome('contract.loonsom - contract.waarde == contract.waarde', { contract })).toBe('fulfilled');
    expect(outcome('contract.waarde * procent("5") == euro("0.00")', { contract })).toBe('notFulfilled');
    expect(outcome('contract.waarde * 12 == euro("1.20")', { contract })).toBe('fulfilled');
    expect(outcome('contract.waarde * procent("5") * procent("20") < euro("0.01")', { contract })).toBe('fulfilled');
  });

  it('compares percentages and dates', () => {
    expect(outcome('contract.arbeidsaandeel < procent("50")', { contract: { arbeidsaandeel: '49.9' } })).toBe(
      'fulfilled',
    );
    const contract = { start: '2026-01-31', einde: '2026-02-28' };
    expect(outcome('contract.start < contract.einde', { contract })).toBe('fulfilled');
    expect(outcome('maandenNa(contract.start, 1) == contract.einde', { contract })).toBe('fulfilled');
    expect(outcome('maandenNa(contract.einde, -1) == datum("2026-01-28")', { contract })).toBe('fulfilled');
    expect(outcome('jaar(contract.start) == 2026', { contract })).toBe('fulfilled');
  });

  it('goes through lists', () => {
    const keuze = { gekozen: ['a', 'b'], shortlist: ['a', 'b', 'c'] };
    expect(outcome('dossier.keuze.gekozen.all(x, x in dossier.keuze.shortlist)', { dossier: { keuze } })).toBe(
      'fulfilled',
    );
    expect(outcome('dossier.keuze.shortlist.all(x, x in dossier.keuze.gekozen)', { dossier: { keuze } })).toBe(
      'notFulfilled',
    );
    expect(
      outcome('size(dossier.keuze.shortlist) == 3 && "c" in dossier.keuze.shortlist', { dossier: { keuze } }),
    ).toBe('fulfilled');
  });

  it('asks with has whether a fact is there, also when nothing on the way is', () => {
    const condition = 'has(dossier.werkgroep.backup)';
    expect(outcome(condition)).toBe('notFulfilled');
    expect(outcome(condition, { dossier: {} })).toBe('notFulfilled');
    expect(outcome(condition, { dossier: { werkgroep: { backup: null } } })).toBe('notFulfilled');
    expect(outcome(condition, { dossier: { werkgroep: { backup: 'B' } } })).toBe('fulfilled');
    expect(outcome('has(dossier.monitoring.jaaropgaven)', { dossier: { monitoring: {} } })).toBe('notFulfilled');
    expect(outcome('has(parameter.drempel)')).toBe('fulfilled');
  });
});

describe('a verdict', () => {
  it('is unknown with the names of what was needed and is not there', () => {
    expect(verdict('contract.waarde >= parameter.drempel')).toEqual({
      outcome: 'unknown',
      missing: ['contract.waarde'],
    });
  });

  it('is not applicable as long as its norm is not in force', () => {
    const early = ruleWith('contract.waarde >= parameter.drempel');
    expect(early.rule.evaluate(early.pack.facts({}), '2014-12-31')).toEqual({ outcome: 'notApplicable', missing: [] });
  });

  it('does not need what the answer does not depend on', () => {
    const condition = 'contract.soort == "levering" || contract.waarde >= parameter.drempel';
    expect(verdict(condition, { contract: { soort: 'levering' } }).outcome).toBe('fulfilled');
    expect(verdict(condition, { contract: { waarde: '100000' } }).outcome).toBe('fulfilled');
    expect(verdict(condition, { contract: { soort: 'dienst' } })).toEqual({
      outcome: 'unknown',
      missing: ['contract.waarde'],
    });
    expect(
      verdict('has(contract.start) ? contract.start < vandaag : contract.soort == "werk"', {
        contract: { soort: 'werk' },
      }).outcome,
    ).toBe('fulfilled');
  });

  it('is not applicable when appliesWhen is false, and unknown when that cannot be said', () => {
    const lines = { appliesWhen: 'contract.soort == "dienst"' };
    expect(verdict('contract.waarde >= parameter.drempel', { contract: { soort: 'werk' } }, lines).outcome).toBe(
      'notApplicable',
    );
    expect(verdict('contract.waarde >= parameter.drempel', {}, lines)).toEqual({
      outcome: 'unknown',
      missing: ['contract.soort'],
    });
  });

  it('is unknown, with nothing missing, when the sum itself goes wrong', () => {
    expect(verdict('10 / contract.looptijdMaanden > 1', { contract: { looptijdMaanden: 0 } })).toEqual({
      outcome: 'unknown',
      missing: [],
    });
    expect(verdict('maandenNa(vandaag, 999999) > vandaag', { vandaag: date })).toEqual({
      outcome: 'unknown',
      missing: [],
    });
  });

  it('takes a fact of another type for missing', () => {
    for (const waarde of [100000, 'veel', '1e5', '0.001', true, {}, []]) {
      expect(verdict('contract.waarde >= parameter.drempel', { contract: { waarde } })).toEqual({
        outcome: 'unknown',
        missing: ['contract.waarde'],
      });
    }
    expect(verdict('contract.looptijdMaanden > 6', { contract: { looptijdMaanden: 6.5 } }).missing).toEqual([
      'contract.looptijdMaanden',
    ]);
    expect(verdict('size(dossier.keuze.gekozen) > 0', { dossier: { keuze: { gekozen: [1] } } }).missing).toEqual([
      'dossier.keuze.gekozen',
    ]);
    expect(verdict('contract.waarde >= parameter.drempel', { contract: 'x' as unknown as FactValues }).outcome).toBe(
      'unknown',
    );
  });

  it('is the same when facts are shared by several rules', () => {
    const { pack, rule: compiled } = ruleWith('contract.waarde >= parameter.drempel');
    const facts = pack.facts({ contract: { waarde: '100000' } });
    expect([1, 2, 3].map(() => compiled.evaluate(facts, date).outcome)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
  });
});

describe('a condition is refused at load', () => {
  it.each([
    [
      'contract.waarde >= 100000',
      `6:5 expression-type 'Euro >= int' kan niet: neem twee waarden van dezelfde soort, bedragen als euro("100000"), percentages als procent("50"), datums als datum("2026-01-31").`,
    ],
    [
      'contract.waarde >= 100000.0',
      '6:24 literal-not-allowed Schrijf hier een tekst, een geheel getal of true/false; bedragen als euro("0.50"), percentages als procent("2.5"), en vraag met has(…) of iets is ingevuld.',
    ],
    [
      'contract.waarde == null',
      '6:24 literal-not-allowed Schrijf hier een tekst, een geheel getal of true/false; bedragen als euro("0.50"), percentages als procent("2.5"), en vraag met has(…) of iets is ingevuld.',
    ],
    [
      'contract.waarde >= procent("50")',
      `6:5 expression-type 'Euro >= Procent' kan niet: neem twee waarden van dezelfde soort, bedragen als euro("100000"), percentages als procent("50"), datums als datum("2026-01-31").`,
    ],
    [
      'contract.start > "2026-01-01"',
      `6:5 expression-type 'Datum > string' kan niet: neem twee waarden van dezelfde soort, bedragen als euro("100000"), percentages als procent("50"), datums als datum("2026-01-31").`,
    ],
    [
      'contract.waarde + euro("1")',
      '6:5 expression-not-bool De uitkomst moet waar of niet waar zijn (bool); dit geeft Euro.',
    ],
    ['contract.wrde >= parameter.drempel', '6:5 name-unknown contract.wrde bestaat niet; bedoelde u contract.waarde?'],
    [
      'contract.waarde >=\n  parameter.drempell',
      '7:7 name-unknown parameter.drempell bestaat niet; bedoelde u parameter.drempel?',
    ],
    [
      'has(dossier.werkgroep.bakup)',
      '6:9 name-unknown dossier.werkgroep.bakup bestaat niet; bedoelde u dossier.werkgroep.backup?',
    ],
    [
      'dossier.werkgroep == "x"',
      '6:5 fact-incomplete dossier.werkgroep is een groep gegevens; noem één gegeven daarin.',
    ],
    ['has(1)', '6:5 has-wrong has(…) vraagt naar een gegeven: has(dossier.werkgroep.backup).'],
    ['euro("1,50") < contract.waarde', '6:5 constant-wrong Schrijf dit als euro("100000.00").'],
    ['euro(contract.soort) < contract.waarde', '6:5 constant-wrong Schrijf dit als euro("100000.00").'],
    ['datum("2026-02-30") < vandaag', '6:5 constant-wrong Schrijf dit als datum("2026-01-31").'],
    ['contract.soort.matches("(a+)+$")', '6:5 function-unknown matches(…) bestaat niet in regels.'],
    ['sise(dossier.keuze.gekozen) > 1', '6:5 function-unknown sise(…) bestaat niet in regels; bedoelde u size?'],
    [
      'dossier.keuze.gekozen.all(x, dossier.keuze.gekozen.all(y, x == y))',
      '6:34 not-in-rules all(…) binnen een ander kan niet in een regel.',
    ],
    [
      'dossier.keuze.gekozen.all(vandaag, vandaag == "x")',
      '6:5 loop-wrong Schrijf all(x, …) met een eigen naam voor x.',
    ],
    ['dossier.keuze.gekozen[0] == "x"', "6:5 not-in-rules '[]' kan niet in een regel."],
    ['(contract).waarde > euro("1")', '6:6 not-in-rules Een punt achter een berekening kan niet in een regel.'],
    ['contract.soort.length == 3', '6:5 name-unknown contract.soort.length bestaat niet.'],
    ['contract.waarde.constructor == "x"', '6:5 name-unknown contract.waarde.constructor bestaat niet.'],
    ['cel.bind(x, 1, x == 1)', '6:5 function-unknown bind(…) bestaat niet in regels.'],
    ['contract.waarde >=', '6:23 expression-unreadable Deze expressie is niet te lezen: Unexpected token: EOF.'],
    [
      `${'('.repeat(30)}true${')'.repeat(30)}`,
      '6:29 expression-unreadable Deze expressie is niet te lezen: Exceeded maxDepth (24).',
    ],
    [
      Array.from({ length: 200 }, () => 'true').join('||'),
      '6:5 expression-unreadable Deze expressie is niet te lezen: Exceeded maxAstNodes (300).',
    ],
    [`"${'a'.repeat(2001)}" == ""`, '6:5 expression-too-long Een expressie heeft hoogstens 2000 tekens.'],
  ])('%s', (condition, problem) => {
    expect(refusal(condition)).toEqual([problem]);
  });

  it('with every mistake in it', () => {
    expect(refusal('contract.wrde > euro("x") && has(contract.strat)').map((text) => text.split(' ')[1])).toEqual([
      'name-unknown',
      'constant-wrong',
      'name-unknown',
    ]);
  });

  it.each([
    [`'contract.soort == ''x'' && contract.wrde'`, 'rules/regels.yaml:5:42'],
    [`"contract.soort == \\"x\\" && contract.wrde"`, 'rules/regels.yaml:5:42'],
    ['contract.soort == "x" && contract.wrde', 'rules/regels.yaml:5:39'],
    ['>-\n    contract.soort == "x" &&\n    contract.wrde', 'rules/regels.yaml:7:5'],
    ['|\n    contract.soort == "x" &&\n    contract.wrde', 'rules/regels.yaml:7:5'],
  ])('at its own place, whatever way of quoting: %s', (condition, place) => {
    const [problem] = shown(problemsWith({ 'rules/regels.yaml': rule({ condition }) }));
    expect(problem?.split(' ')[0]).toBe(place);
  });
});
