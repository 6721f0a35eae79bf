import { describe, expect, it } from '@jest/globals';
import { PackNotForLifecycle } from '../errors.js';
import { type ContractFacts } from '../model.js';
import { policyOf, shipped, trial, trialFiles } from '../testing/packs.js';
import { contract } from '../testing/partnerships.js';
import { type Suitability, type WhatIfInput } from './model.js';
import { whatIfProblems } from './input.js';
import { whatIf } from './what-if.js';

const basis = shipped('basis');
const utrecht = shipped('utrecht-bouwblokken');
const DAY = '2026-11-22';

/** The contract without some of its facts. */
function without(facts: ContractFacts, ...names: readonly (keyof ContractFacts)[]): ContractFacts {
  const kept = Object.entries(facts).filter(([name]) => !(names as readonly string[]).includes(name));
  return Object.fromEntries(kept) as unknown as ContractFacts;
}

const ids = (reasons: readonly { readonly id: string }[]) => reasons.map(({ id }) => id);

describe('what a pack makes of a contract that may come', () => {
  it('works out model A and model B as the handreiking does', () => {
    const owed = (facts: Partial<ContractFacts>, grondslag: string) =>
      whatIf(basis, { contract: { ...contract, ...facts }, dossier: { toepassing: { grondslag } } }, DAY).obligations;
    // Rule-pack facts, example 11: 5% of wages of € 1,200,000, and 5% of a contract sum of € 480,000.
    expect(owed({ loonsom: '1200000.00' }, 'loonsom')).toMatchObject([
      { id: 'modelA', due: 'yes', outcome: { kind: 'amount', amount: '60000.00' } },
      { id: 'modelB', due: 'no' },
    ]);
    expect(owed({ waarde: '480000.00' }, 'opdrachtsom')).toMatchObject([
      { id: 'modelA', due: 'no' },
      { id: 'modelB', due: 'yes', outcome: { kind: 'amount', amount: '24000.00' } },
    ]);
  });

  it('values contributions, adds up what is an amount and names what is not', () => {
    const contributions = [
      { block: 'banenafspraak', urenPerWeek: 24, maanden: 6 },
      { block: 'ondersteuning', personen: 6, uren: 4 },
      { block: 'wswEnSocialeInkoop', bedrag: '1850.00' },
      { block: 'ontwikkelpad' },
      { block: 'wiaWao', urenPerWeek: 36, maanden: 12, indienst: '2019-01-31' },
    ];
    const start = '2020-02-01';
    const found = whatIf(utrecht, { contract: { ...contract, start }, contributions }, start).contributions;
    expect(found.figures.map(({ outcome }) => (outcome.kind === 'amount' ? outcome.amount : outcome.kind))).toEqual([
      '16666.67',
      '2400.00',
      '1850.00',
      'adviser',
      'none',
    ]);
    expect(found.total).toBe('20916.67');
    expect(found.unvalued.map(({ index, block, reason }) => [index, block, reason.nl])).toEqual([
      [3, 'ontwikkelpad', 'De adviseur beslist: er is geen formule en geen bedrag.'],
      [4, 'wiaWao', expect.stringContaining('telt niet mee')],
    ]);
  });

  it('sets what is owed beside what counts, never under zero', () => {
    const dossier = { toepassing: { grondslag: 'opdrachtsom', percentage: '5' } };
    const { balances } = whatIf(basis, { contract: { ...contract, waarde: '480000.00' }, dossier }, DAY);
    expect(balances).toEqual([{ obligation: 'modelB', owed: '24000.00', counted: '0.00', open: '24000.00' }]);
  });

  it('says of every rule what it would do, each once', () => {
    const input: WhatIfInput = {
      contract: { ...contract, waarde: '99999.00' },
      dossier: { toepassing: { toepassen: true } },
    };
    const { rules } = whatIf(utrecht, input, DAY);
    expect(ids(rules.warns)).toContain('UT-01');
    expect(ids(rules.notApplicable)).toContain('UT-02');
    const all = Object.values(rules).flatMap(ids);
    expect(all.sort()).toEqual(utrecht.pack.rules.map(({ rule }) => rule.id).sort());
    const refusing = whatIf(utrecht, { contract, dossier: { toepassing: { toepassen: false } } }, DAY).rules.blocks;
    expect(refusing.find(({ id }) => id === 'UT-02')).toMatchObject({
      now: { value: '1440000.00' },
      needed: { value: '100000.00' },
      events: [{ id: 'toepassingBepalen' }],
      parameters: [{ name: 'drempelContractwaarde', source: { document: '004_26ecc6ef433a6d54.txt' } }],
    });
  });

  it('names what a rule would have to know', () => {
    const { rules } = whatIf(trial, { contract }, DAY);
    expect(rules.unknown).toMatchObject([
      { id: 'PR-04', missing: ['dossier.werkgroep.backup', 'dossier.werkgroep.coordinator'] },
    ]);
  });

  it('reads parameters at the start of the contract where a rule says so, and today otherwise', () => {
    const { rules } = whatIf(trial, { contract: { ...contract, waarde: '150000.00', loonsom: '300000.00' } }, DAY);
    expect(ids(rules.blocks)).toEqual(['PR-01']);
    expect(ids(rules.fulfilled)).toEqual(['PR-02', 'PR-03']);
  });

  it('says when something would be due if it were monitored from the first day', () => {
    for (const lifecycle of basis.pack.manifest.lifecycles) {
      const { cadence } = whatIf(basis, { contract, lifecycle }, DAY);
      expect(cadence).toMatchObject({
        lifecycle,
        from: '2024-01-01',
        timers: [
          { kind: 'gesprek', dueOn: '2024-03-31' },
          { kind: 'rapportage', dueOn: '2024-03-31' },
          { kind: 'jaaropgave', dueOn: '2025-02-28' },
        ],
      });
    }
    expect(whatIf(basis, { contract: without(contract, 'start', 'einde') }, DAY).cadence.from).toBe(DAY);
  });

  it('lists the extra records by state, and what must still be filled in', () => {
    const asked = (dossier: WhatIfInput['dossier']) =>
      whatIf(trial, { contract, ...(dossier ? { dossier } : {}) }, DAY).requiredRecords;
    expect(asked(undefined)).toMatchObject([
      { state: 'draagvlak', records: [{ field: 'dossier.draagvlak.businesscase', present: false }] },
    ]);
    expect(asked({ draagvlak: { businesscase: 'Banen' } })[0]?.records[0]?.present).toBe(true);
    expect(whatIf(utrecht, { contract }, DAY).toFillIn.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['percentage', 'langsteDuurMaanden', 'boete', 'verrekening.toeslagen']),
    );
  });

  it('does not go with a lifecycle that the pack was not made for', () => {
    expect(() => whatIf(basis, { contract, lifecycle: 'stappenplan-1999' }, DAY)).toThrow(PackNotForLifecycle);
  });
});

describe('the advice whether social return suits a contract', () => {
  const suited = { ...contract, categorie: 'schoonmaak', arbeidsaandeel: '62' };
  const advice = (facts: Partial<ContractFacts>, policy = basis) =>
    whatIf(policy, { contract: { ...suited, ...facts } }, DAY).advice;

  it.each<[string, Partial<ContractFacts>, Suitability, readonly string[]]>([
    ['large, labour-intensive and long', {}, 'geschikt', []],
    ['of another category', { categorie: 'software' }, 'geschikt', ['BA-24']],
    ['of € 99,999.99', { waarde: '99999.99' }, 'geschiktMetAandacht', ['BA-13']],
    ['a supply', { soort: 'levering' }, 'geschiktMetAandacht', ['BA-15']],
    ['with 49% labour', { arbeidsaandeel: '49' }, 'geschiktMetAandacht', ['BA-23']],
    ['of five months', { start: '2024-01-01', einde: '2024-05-31' }, 'minderGeschikt', ['BA-14']],
    ['of six months', { start: '2024-01-01', einde: '2024-06-30' }, 'geschikt', []],
  ])('for a contract %s', (_, facts, conclusion, against) => {
    const found = advice(facts);
    expect(found.conclusion).toBe(conclusion);
    expect(ids(found.points.filter(({ standing }) => standing === 'against').map(({ reason }) => reason))).toEqual(
      against,
    );
  });

  it('says nothing firm while the share of labour or the duration is not known, and asks for it', () => {
    const found = whatIf(basis, { contract: without(suited, 'arbeidsaandeel') }, DAY).advice;
    expect([found.conclusion, found.missing]).toEqual(['nietTeZeggen', ['contract.arbeidsaandeel']]);
    expect(whatIf(basis, { contract: without(suited, 'einde') }, DAY).advice).toMatchObject({
      conclusion: 'nietTeZeggen',
      missing: ['contract.looptijdMaanden'],
    });
  });

  it('shows the figure now, the figure needed and the page, and what was taken for the sake of the question', () => {
    const { points, assumed } = advice({ waarde: '80000.00' });
    expect(points[0]).toMatchObject({
      aspect: 'omvang',
      otherwise: 'aandacht',
      standing: 'against',
      reason: { now: { value: '80000.00' }, needed: { value: '100000.00' }, source: { page: 'p. 17' } },
    });
    expect(assumed).toEqual([{ path: 'dossier.toepassing.toepassen', value: true }]);
  });

  it('is for the pack to give: without rules that count in it there is none', () => {
    expect(advice({}, trial)).toMatchObject({ conclusion: 'nietTeZeggen', points: [] });
    expect(advice({}, trial).summary.nl).toContain('geen regels die hierover adviseren');
    const rules = (trialFiles['rules/regels.yaml'] ?? '').replace(
      '  now: contract.waarde\n',
      '  now: contract.waarde\n  advice: { aspect: omvang, otherwise: minderGeschikt }\n',
    );
    expect(advice({ waarde: '200000.00' }, policyOf({ ...trialFiles, 'rules/regels.yaml': rules }))).toMatchObject({
      conclusion: 'minderGeschikt',
      points: [{ aspect: 'omvang', reason: { id: 'PR-01' } }],
    });
  });
});

describe('a what-if question', () => {
  const paths = (input: unknown) => whatIfProblems(input).map(({ path }) => path);

  it('is right with whole numbers and decimal text, and with facts that rules know', () => {
    const contributions = [{ block: 'ww', maanden: 12, urenPerWeek: '25.5' }];
    expect(paths({ contract, contributions, dossier: { toepassing: { toepassen: true, percentage: '5' } } })).toEqual(
      [],
    );
  });

  it.each<[string, object, string]>([
    ['no contract', {}, '/contract'],
    ['an end before the start', { contract: { ...contract, einde: '2020-01-01' } }, '/contract/einde'],
    ['an amount that is no text', { contract: { ...contract, waarde: 5 } }, '/contract/waarde'],
    ['a number that can be a BSN', { contract: { ...contract, titel: 'nummer 111222333' } }, '/contract/titel'],
    ['half a quantity', { contract, contributions: [{ block: 'ww', maanden: 'twaalf' }] }, '/contributions/0/maanden'],
    ['a negative quantity', { contract, contributions: [{ block: 'ww', maanden: -1 }] }, '/contributions/0/maanden'],
    ['a contribution without a block', { contract, contributions: [{}] }, '/contributions/0/block'],
    ['a contribution that is none', { contract, contributions: ['ww'] }, '/contributions/0'],
    [
      'a fact that does not exist',
      { contract, dossier: { toepassing: { percent: '5' } } },
      '/dossier/toepassing/percent',
    ],
    [
      'a fact of another type',
      { contract, dossier: { toepassing: { toepassen: 'ja' } } },
      '/dossier/toepassing/toepassen',
    ],
    ['a field that does not exist', { contract, contribution: [] }, '/contribution'],
  ])('with %s is refused at its field', (_, input, path) => {
    expect(paths(input)).toEqual([path]);
  });

  it.each([undefined, null, 'tekst', []])('that is %j is refused', (input) => {
    expect(paths(input)).not.toEqual([]);
  });
});
