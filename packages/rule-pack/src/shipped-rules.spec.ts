import { describe, expect, it } from '@jest/globals';
import { type FactValues } from './facts.js';
import { type Pack, type Verdict } from './model.js';
import { shippedPack } from './testing/shipped-pack.js';

const basis = shippedPack('basis');
const utrecht = shippedPack('utrecht-bouwblokken');
const today = '2026-11-22';

function outcomeOf(pack: Pack, id: string, values: FactValues): Verdict['outcome'] {
  const compiled = pack.rules.find(({ rule }) => rule.id === id);
  if (!compiled) throw new Error(`no rule ${id}`);
  return compiled.evaluate(pack.facts({ vandaag: today, ...values }), today).outcome;
}

const dossier = (key: string, fields: FactValues): FactValues => ({ dossier: { [key]: fields } });
const latest = (series: string, laatste: FactValues): FactValues =>
  dossier('monitoring', { [series]: { aantal: 1, laatste } });
const applied = (fields: FactValues, contract: FactValues = {}): FactValues => ({
  ...dossier('toepassing', { toepassen: true, ...fields }),
  contract,
});

describe('the rules of basis', () => {
  const yes = 'fulfilled';
  const no = 'notFulfilled';
  const not = 'notApplicable';
  const list = { contracten: ['a'], shortlist: ['A', 'B', 'C'], gekozen: ['A'], opdrachtnemer: 'A' };
  const award = {
    gunningsdatum: '2026-01-15',
    contractStart: '2026-02-01',
    contractEinde: '2028-01-31',
    opdrachtnemer: 'A',
  };

  it.each<[string, string, FactValues, Verdict['outcome']]>([
    ['a back-up who is the coordinator', 'BA-01', dossier('werkgroep', { coordinator: 'c1', backup: 'c1' }), no],
    ['a back-up who is somebody else', 'BA-01', dossier('werkgroep', { coordinator: 'c1', backup: 'c2' }), yes],
    ['the same in 2019', 'BA-02', dossier('principebesluit', { coordinator: 'c1', backup: 'c1' }), no],
    ['a decision of 2020, which names neither', 'BA-02', dossier('principebesluit', { orgaan: 'college' }), not],
    [
      'a reserved contract at 30%',
      'BA-10',
      dossier('inkoopstrategie', { instrument: 'voorbehoudenOpdracht', aandeelDoelgroep: '30' }),
      yes,
    ],
    [
      'a reserved contract at 29.99%',
      'BA-10',
      dossier('inkoopstrategie', { instrument: 'voorbehoudenOpdracht', aandeelDoelgroep: '29.99' }),
      no,
    ],
    [
      'a reserved contract without a share',
      'BA-10',
      dossier('inkoopstrategie', { instrument: 'voorbehoudenOpdracht' }),
      no,
    ],
    ['another instrument', 'BA-10', dossier('inkoopstrategie', { instrument: 'percelenregeling' }), not],
    [
      'social return on its own track',
      'BA-11',
      dossier('inkoopstrategie', { spoor: 'socialReturn', instrument: 'socialReturn' }),
      yes,
    ],
    [
      'lots on the track of social return',
      'BA-11',
      dossier('inkoopstrategie', { spoor: 'socialReturn', instrument: 'percelenregeling' }),
      no,
    ],
    [
      'social return on the other track',
      'BA-11',
      dossier('inkoopstrategie', { spoor: 'sociaalOndernemer', instrument: 'socialReturn' }),
      no,
    ],
    [
      'lots on the other track',
      'BA-11',
      dossier('inkoopstrategie', { spoor: 'sociaalOndernemer', instrument: 'percelenregeling' }),
      yes,
    ],
    [
      '5% of a contract with little labour',
      'BA-12',
      applied({ percentage: '5', grondslag: 'opdrachtsom' }, { arbeidsaandeel: '49.9' }),
      no,
    ],
    [
      '2% of a contract with little labour',
      'BA-12',
      applied({ percentage: '2', grondslag: 'opdrachtsom' }, { arbeidsaandeel: '10' }),
      yes,
    ],
    ['5% of the wages', 'BA-12', applied({ percentage: '5', grondslag: 'loonsom' }, { arbeidsaandeel: '10' }), not],
    [
      '5% with half of it labour',
      'BA-12',
      applied({ percentage: '5', grondslag: 'opdrachtsom' }, { arbeidsaandeel: '50' }),
      not,
    ],
    ['a contract under the threshold', 'BA-13', applied({}, { waarde: '99999.99' }), no],
    ['a contract at the threshold', 'BA-13', applied({}, { waarde: '100000.00' }), yes],
    ['a contract of which the value is not known', 'BA-13', applied({}), 'unknown'],
    ['five months', 'BA-14', applied({}, { looptijdMaanden: 5 }), no],
    ['six months', 'BA-14', applied({}, { looptijdMaanden: 6 }), yes],
    [
      'a supply, by the inventory',
      'BA-15',
      {
        ...applied({}, { soort: 'dienst' }),
        dossier: { toepassing: { toepassen: true }, inventarisatie: { aard: 'levering' } },
      },
      no,
    ],
    ['a supply, by the contract', 'BA-15', applied({}, { soort: 'levering' }), no],
    ['a service', 'BA-15', applied({}, { soort: 'dienst' }), yes],
    ['applying without a percentage', 'BA-16', applied({ grondslag: 'loonsom' }), no],
    ['applying without saying of what', 'BA-16', applied({ percentage: '5' }), no],
    ['applying with both', 'BA-16', applied({ percentage: '5', grondslag: 'loonsom' }), yes],
    ['not applying', 'BA-16', dossier('toepassing', { toepassen: false }), not],
    [
      'a tender text that names the banenafspraak alone',
      'BA-17',
      dossier('uitvraag', { alleenBanenafspraak: true }),
      no,
    ],
    ['a tender without leidraad', 'BA-18', dossier('uitvraag', { leidraad: false }), no],
    [
      'a contract that ends on its first day',
      'BA-19',
      dossier('gunning', { ...award, contractEinde: '2026-02-01' }),
      no,
    ],
    [
      'a contract that starts before the award',
      'BA-20',
      dossier('gunning', { ...award, gunningsdatum: '2026-02-02' }),
      no,
    ],
    ['an award on the first day', 'BA-20', dossier('gunning', { ...award, gunningsdatum: '2026-02-01' }), yes],
    [
      'an award before the publication',
      'BA-21',
      { dossier: { gunning: award, uitvraag: { publicatiedatum: '2026-01-16' } } },
      no,
    ],
    [
      'an award to another than the supplier',
      'BA-22',
      { ...dossier('gunning', award), partnerschap: { opdrachtnemer: 'B' } },
      no,
    ],
    ['the first award', 'BA-22', dossier('gunning', award), not],
    ['four on the shortlist', 'BA-30', dossier('keuze', { ...list, shortlist: ['A', 'B', 'C', 'D'] }), no],
    ['three chosen', 'BA-31', dossier('keuze', { ...list, gekozen: ['A', 'B', 'C'] }), no],
    ['one chosen from outside the shortlist', 'BA-32', dossier('keuze', { ...list, gekozen: ['A', 'X'] }), no],
    ['a choice from the shortlist', 'BA-32', dossier('keuze', list), yes],
    ['a supplier who was not chosen', 'BA-33', dossier('keuze', { ...list, opdrachtnemer: 'B' }), no],
    ['€ 200,000 a year', 'BA-34', { contract: { waarde: '400000', looptijdMaanden: 24 } }, yes],
    ['a cent a year less', 'BA-34', { contract: { waarde: '399999.98', looptijdMaanden: 24 } }, no],
    [
      'a supplier beside the one there is',
      'BA-35',
      { ...dossier('gesprekken', { opdrachtnemer: 'A' }), partnerschap: { opdrachtnemer: 'B' } },
      no,
    ],
    [
      'a stacked job of three suppliers',
      'BA-40',
      dossier('potentieleBanen', { soorten: ['stapelbaan'], leveranciersPerStapelbaan: 3 }),
      no,
    ],
    [
      'a stacked job of two suppliers',
      'BA-40',
      dossier('potentieleBanen', { soorten: ['stapelbaan'], leveranciersPerStapelbaan: 2 }),
      yes,
    ],
    ['a stacked job of an unknown number', 'BA-40', dossier('potentieleBanen', { soorten: ['stapelbaan'] }), no],
    ['no stacked job', 'BA-40', dossier('potentieleBanen', { soorten: ['uitstroom'] }), not],
    [
      'a stacked job of three suppliers in 2019',
      'BA-41',
      dossier('actieplan', { soorten: ['stapelbaan'], leveranciersPerStapelbaan: 3 }),
      no,
    ],
    [
      'a decision that changes the contract substantially',
      'BA-42',
      dossier('besluitvorming', { wezenlijkeWijziging: true }),
      no,
    ],
    ['an action plan that does so', 'BA-43', dossier('actieplan', { wezenlijkeWijziging: true }), no],
    ['an action plan of 2020', 'BA-43', dossier('actieplan', {}), not],
    ['a conversation tomorrow', 'BA-50', latest('gesprekken', { datum: '2026-11-23' }), no],
    ['a conversation today', 'BA-50', latest('gesprekken', { datum: today }), yes],
    ['a report received tomorrow', 'BA-51', latest('rapportages', { ontvangenOp: '2026-11-23' }), no],
    ['a statement received tomorrow', 'BA-52', latest('jaaropgaven', { ontvangenOp: '2026-11-23' }), no],
    ['an evaluation tomorrow', 'BA-53', latest('evaluaties', { datum: '2026-11-23' }), no],
    ['a statement over this year', 'BA-54', latest('jaaropgaven', { jaar: 2026 }), no],
    ['a statement over last year', 'BA-54', latest('jaaropgaven', { jaar: 2025 }), yes],
    [
      'a statement over 2023 on 29 February 2024',
      'BA-55',
      latest('jaaropgaven', { jaar: 2023, ontvangenOp: '2024-02-29' }),
      yes,
    ],
    [
      'a statement over 2023 on 1 March 2024',
      'BA-55',
      latest('jaaropgaven', { jaar: 2023, ontvangenOp: '2024-03-01' }),
      no,
    ],
    [
      'a statement over 2024 on 28 February 2025',
      'BA-55',
      latest('jaaropgaven', { jaar: 2024, ontvangenOp: '2025-02-28' }),
      yes,
    ],
    [
      'a statement over 2024 on 1 March 2025',
      'BA-55',
      latest('jaaropgaven', { jaar: 2024, ontvangenOp: '2025-03-01' }),
      no,
    ],
    ['a change without consent', 'BA-56', latest('wijzigingen', { toestemming: false, wezenlijk: false }), no],
    ['a substantial change', 'BA-57', latest('wijzigingen', { toestemming: true, wezenlijk: true }), no],
    [
      'a change to before the start',
      'BA-58',
      { ...latest('wijzigingen', { contractEinde: '2026-01-01' }), contract: { start: '2026-01-01' } },
      no,
    ],
    [
      'an extension to the same day',
      'BA-59',
      { ...latest('verlengingen', { contractEinde: '2026-12-31' }), contract: { einde: '2026-12-31' } },
      no,
    ],
    [
      'an extension by a day',
      'BA-59',
      { ...latest('verlengingen', { contractEinde: '2027-01-01' }), contract: { einde: '2026-12-31' } },
      yes,
    ],
    ['closing on the last day', 'BA-60', { contract: { einde: today } }, no],
    ['closing the day after', 'BA-60', { contract: { einde: '2026-11-21' } }, yes],
    ['closing without a statement', 'BA-61', { contract: { einde: '2026-10-31' } }, no],
    [
      'closing with the statement of the year before',
      'BA-61',
      { ...latest('jaaropgaven', { jaar: 2025 }), contract: { einde: '2026-10-31' } },
      no,
    ],
    [
      'closing with the last statement',
      'BA-61',
      { ...latest('jaaropgaven', { jaar: 2026 }), contract: { einde: '2026-10-31' } },
      yes,
    ],
    ['closing without an evaluation', 'BA-62', {}, no],
    ['closing with an evaluation halfway', 'BA-62', latest('evaluaties', { soort: 'tussentijds' }), no],
    ['closing with the final evaluation', 'BA-62', latest('evaluaties', { soort: 'eind' }), yes],
  ])('%s (%s)', (_, id, values, expected) => {
    expect(outcomeOf(basis, id, values)).toBe(expected);
  });

  it('only warn where the handreikingen advise, and block where they or the facts leave no choice', () => {
    const warnings = basis.rules.filter(({ rule }) => rule.severity === 'warn').map(({ rule }) => rule.id);
    expect(warnings).toEqual(
      ['BA-12', 'BA-13', 'BA-14', 'BA-15', 'BA-17', 'BA-18', 'BA-23', 'BA-24', 'BA-34', 'BA-55'].sort(),
    );
  });
});

describe('the rules of Utrecht', () => {
  const decision = (toepassen: boolean, waarde: string): FactValues => ({
    ...dossier('toepassing', { toepassen }),
    contract: { waarde },
  });

  it.each<[string, string, FactValues, Verdict['outcome']]>([
    ['€ 99,999 and social return', 'UT-01', decision(true, '99999'), 'notFulfilled'],
    ['€ 100,000 and social return', 'UT-01', decision(true, '100000'), 'fulfilled'],
    ['€ 99,999 without', 'UT-02', decision(false, '99999'), 'notApplicable'],
    ['€ 100,000 without', 'UT-02', decision(false, '100000'), 'notFulfilled'],
    ['€ 100,000 with', 'UT-02', decision(true, '100000'), 'fulfilled'],
    ['a change without consent', 'UT-10', latest('wijzigingen', { toestemming: false }), 'notFulfilled'],
    ['a substantial change', 'UT-11', latest('wijzigingen', { wezenlijk: true }), 'notFulfilled'],
    ['closing a running contract', 'UT-12', { contract: { einde: '2027-01-01' } }, 'notFulfilled'],
    ['closing without the last statement', 'UT-13', { contract: { einde: '2026-01-01' } }, 'notFulfilled'],
    ['closing without evaluation', 'UT-14', {}, 'notFulfilled'],
  ])('%s (%s)', (_, id, values, expected) => {
    expect(outcomeOf(utrecht, id, values)).toBe(expected);
  });

  it('ask on top of the handreiking how goals fit the challenges of the municipality', () => {
    expect(utrecht.requiredRecords).toMatchObject([
      { state: 'doelstellingen', field: 'dossier.doelstellingen.toelichting' },
    ]);
  });
});
