import { describe, expect, it } from '@jest/globals';
import { type FactValues } from './facts.js';
import { type Verdict } from './model.js';
import { dossier, figuresOn, outcomeOn, toFillIn, warnings } from './testing/outcomes.js';
import { itGuardsTheContract, itIsSourced } from './testing/process-rules.js';
import { shippedPack } from './testing/shipped-pack.js';

const name = 'rijk-maatwerk-voor-mensen';
const rijk = shippedPack(name);

const yes = 'fulfilled';
const no = 'notFulfilled';
const not = 'notApplicable';

const looked = { arbeidscomponent: 'Vooral loon', marktpotentieel: 'Drie aanbieders' };
const choice = { contracten: ['Catering'], motivering: 'Veel uitvoerend werk' };

interface Tender {
  readonly contract?: FactValues;
  readonly inventarisatie?: FactValues;
  readonly toepassing?: FactValues;
}

/** A service with wages at the threshold, for which somebody looked and decided with a reason; what is given differs. */
function tender({ contract, inventarisatie, toepassing }: Tender = {}): FactValues {
  return {
    contract: { soort: 'dienst', waarde: '900000.00', loonsom: '250000.00', looptijdMaanden: 24, ...contract },
    dossier: {
      inventarisatie: inventarisatie ?? looked,
      toepassing: toepassing ?? { toepassen: true, motivering: 'Arbeidsintensief' },
    },
  };
}

const under = { loonsom: '249999.99' };
const refrained = { toepassen: false, motivering: 'Geen werk op locatie' };

describe(`the pack ${name}`, () => {
  itIsSourced(rijk, name, '1.1.0');

  it('leaves nothing to fill in, and gives no rhythm of conversations: Bijlage IV names none', () => {
    expect(toFillIn(rijk)).toEqual([]);
    expect([...rijk.parameters.keys()]).not.toContain('gespreksfrequentieMaanden');
    expect([...rijk.parameters.keys()]).not.toContain('jaaropgaveTermijnMaanden');
  });

  it('holds no percentage', () => {
    expect([...rijk.parameters.values()].filter(({ unit }) => unit === 'procent')).toEqual([]);
  });

  it('refuses only a decision without exploration, and what any contract refuses', () => {
    const blocks = rijk.rules.map(({ rule }) => rule.id).filter((id) => !warnings(rijk).includes(id));
    expect(blocks).toEqual(['RM-30', 'RM-31', 'RM-32', 'RM-33', 'RM-34', 'RM-01']);
  });
});

describe('the figures of central government', () => {
  const since2018 = {
    'onderzoek.drempelLoonsom': '250000.00',
    'onderzoek.soorten': ['werk', 'dienst'],
    'onderzoek.drempelContractwaarde': '250000.00',
    'onderzoek.minimaleLooptijdMaanden': 6,
    meetellend: ['arbeidsplaats', 'werkervaringsplaats', 'opleidingstraject', 'creatieve inspanning'],
    duurzameSoorten: ['uitstroom', 'nieuweTaak', 'stapelbaan'],
  };

  it('begin in 2018', () => {
    expect(figuresOn(rijk, '2017-12-31')).toEqual({});
    expect(figuresOn(rijk, '2018-01-01')).toEqual({
      ...since2018,
      bredeDoelgroep: true,
      proeftuin: 'proeftuin',
      werkwijze: 'aanjagend',
    });
  });

  it('allow the wider target group until 2022, and aim at 1,500 jobs before 2024', () => {
    expect(figuresOn(rijk, '2021-12-31')).toMatchObject({ bredeDoelgroep: true, streefbanen: 1500 });
    expect(figuresOn(rijk, '2022-01-01')).not.toHaveProperty('bredeDoelgroep');
    expect(figuresOn(rijk, '2023-12-31')).toHaveProperty('streefbanen', 1500);
    expect(figuresOn(rijk, '2024-01-01')).not.toHaveProperty('streefbanen');
  });

  it('let a proeftuin grow into a groeituin, and the way of working become strategic', () => {
    expect(figuresOn(rijk, '2020-09-30')).toMatchObject({ proeftuin: 'proeftuin', werkwijze: 'ondersteunend' });
    expect(figuresOn(rijk, '2021-01-01')).toMatchObject({
      proeftuin: expect.stringContaining('groeituin'),
      werkwijze: expect.stringMatching(/^strategisch/),
    });
  });
});

describe('the rules of central government', () => {
  it.each<[string, string, FactValues, Verdict['outcome']]>([
    ['€ 250,000 in wages, explored', 'RM-01', tender(), yes],
    ['€ 250,000 in wages, labour not looked at', 'RM-01', tender({ inventarisatie: { marktpotentieel: 'x' } }), no],
    ['€ 250,000 in wages, market not looked at', 'RM-01', tender({ inventarisatie: { arbeidscomponent: 'x' } }), no],
    ['refraining with a reason', 'RM-01', tender({ toepassing: refrained }), yes],
    ['refraining without a reason', 'RM-01', tender({ toepassing: { toepassen: false } }), no],
    ['a cent under it, not explored', 'RM-01', tender({ contract: under, inventarisatie: {} }), not],
    ['wages not known, not explored', 'RM-01', tender({ contract: { loonsom: undefined }, inventarisatie: {} }), no],
    ['wages not known, explored', 'RM-01', tender({ contract: { loonsom: undefined } }), yes],
    ['a supply', 'RM-01', tender({ contract: { soort: 'levering' } }), not],
    ['a kind that is not known', 'RM-01', tender({ contract: { soort: undefined } }), 'unknown'],
    ['a supply, explored', 'RM-02', tender({ inventarisatie: { ...looked, aard: 'levering' } }), yes],
    ['a supply, not explored', 'RM-02', tender({ inventarisatie: { aard: 'levering' } }), no],
    ['a work', 'RM-02', tender({ contract: { soort: 'werk' } }), not],
    ['again a kind that is not known', 'RM-02', tender({ contract: { soort: undefined } }), 'unknown'],
    [
      'refraining after hearing the market',
      'RM-03',
      tender({ toepassing: { ...refrained, marktconsultatie: true } }),
      yes,
    ],
    ['refraining unheard', 'RM-03', tender({ toepassing: refrained }), no],
    ['refraining under the threshold', 'RM-03', tender({ contract: under, toepassing: refrained }), not],
    ['no decision yet', 'RM-03', tender({ toepassing: {} }), 'unknown'],
    ['applying without a percentage', 'RM-04', tender(), yes],
    ['applying with 5%', 'RM-04', tender({ toepassing: { toepassen: true, percentage: '5' } }), no],
    ['not applying', 'RM-04', tender({ toepassing: refrained }), not],
    ['again no decision yet', 'RM-04', tender({ toepassing: {} }), 'unknown'],
    ['low wages, high value, applying', 'RM-05', tender({ contract: under }), yes],
    ['low wages, high value, refraining', 'RM-05', tender({ contract: under, toepassing: refrained }), no],
    ['the same for five months', 'RM-05', tender({ contract: { ...under, looptijdMaanden: 5 } }), not],
    ['low wages, low value', 'RM-05', tender({ contract: { ...under, waarde: '249999.99' } }), not],
    ['wages at the threshold', 'RM-05', tender(), not],
    [
      'low wages, duration not known',
      'RM-05',
      tender({ contract: { ...under, looptijdMaanden: undefined } }),
      'unknown',
    ],
    ['a choice with a reason', 'RM-06', { ...tender(), ...dossier('keuze', choice) }, yes],
    ['a choice without', 'RM-06', { ...tender(), ...dossier('keuze', { contracten: ['Catering'] }) }, no],
    ['a choice under the threshold', 'RM-06', { contract: under, ...dossier('keuze', {}) }, not],
    ['another set-up of the next tender', 'RM-07', dossier('volgendeAanbesteding', { model: 'anders' }), yes],
    ['model A for the next tender', 'RM-07', dossier('volgendeAanbesteding', { model: 'modelA' }), no],
    ['no model yet', 'RM-07', {}, 'unknown'],
    ['a tender text for a wide group', 'RM-08', dossier('uitvraag', { alleenBanenafspraak: false }), yes],
    ['a tender text for the banenafspraak alone', 'RM-08', dossier('uitvraag', { alleenBanenafspraak: true }), no],
    ['no tender text yet', 'RM-08', {}, 'unknown'],
    [
      'an exit and a training place',
      'RM-22',
      dossier('potentieleBanen', { soorten: ['opleidingsplek', 'uitstroom'] }),
      yes,
    ],
    ['training places only', 'RM-22', dossier('potentieleBanen', { soorten: ['opleidingsplek'] }), no],
    ['no jobs yet', 'RM-22', {}, 'unknown'],
    ['a stacked job in 2019', 'RM-23', dossier('actieplan', { soorten: ['stapelbaan'] }), yes],
    ['training places only in 2019', 'RM-23', dossier('actieplan', { soorten: ['opleidingsplek'] }), no],
    ['an action plan of 2020', 'RM-23', dossier('actieplan', {}), not],
  ])('%s (%s)', (_, id, values, expected) => {
    expect(outcomeOn(rijk, '2021-06-01', id, values)).toBe(expected);
  });

  const wide = dossier('doelstellingen', { doelgroep: 'bredeDoelgroep' });
  const wide2019 = dossier('principebesluit', { doelgroep: 'bredeDoelgroep' });

  it.each<[string, string, string, FactValues, Verdict['outcome']]>([
    ['the wider group on the last day of 2021', '2021-12-31', 'RM-20', wide, yes],
    ['the wider group in 2022', '2022-01-01', 'RM-20', wide, no],
    ['the register in 2022', '2022-01-01', 'RM-20', dossier('doelstellingen', { doelgroep: 'doelgroepregister' }), not],
    ['no group yet', '2021-12-31', 'RM-20', {}, 'unknown'],
    ['the wider group at the decision of 2019', '2021-12-31', 'RM-21', wide2019, yes],
    ['the same in 2022', '2022-01-01', 'RM-21', wide2019, no],
    ['a decision of 2020, which names no group', '2022-01-01', 'RM-21', dossier('principebesluit', {}), not],
    ['an unexplored tender in 2017', '2017-12-31', 'RM-01', tender({ inventarisatie: {} }), not],
    [
      'jobs before the way of working began',
      '2017-12-31',
      'RM-22',
      dossier('potentieleBanen', { soorten: ['uitstroom'] }),
      not,
    ],
  ])('%s (on %s, %s)', (_, date, id, values, expected) => {
    expect(outcomeOn(rijk, date, id, values)).toBe(expected);
  });

  itGuardsTheContract(rijk, 'RM', 30);
});
