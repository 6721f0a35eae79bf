import { describe, expect, it } from '@jest/globals';
import { type FactValues } from './facts.js';
import { type Verdict } from './model.js';
import { dossier, figuresOn, outcomeOn, toFillIn, warnings } from './testing/outcomes.js';
import { itGuardsTheContract, itIsSourced } from './testing/process-rules.js';
import { percentageFile } from './testing/sample-pack.js';
import { shippedPack } from './testing/shipped-pack.js';

const defensie = shippedPack('defensie');
const today = '2026-11-22';

describe('the pack defensie', () => {
  itIsSourced(defensie, 'defensie', '1.1.0');

  it('leaves points, percentage and evidence to the organisation', () => {
    expect(toFillIn(defensie).sort()).toEqual(['bewijsstukken', 'percentage', 'punten']);
  });

  it('holds from January 2020', () => {
    expect(figuresOn(defensie, '2019-12-31')).toEqual({});
    expect(figuresOn(defensie, '2020-01-01')).toEqual({
      'uitvraag.vorm': 'gunningscriterium',
      'uitvraag.vindplaats': 'programma van wensen, wens 3',
      'doelgroep.meetellend': 'doelgroepregister',
    });
  });

  it('warns where the source advises or is silent', () => {
    expect(warnings(defensie).sort()).toEqual(['DF-03', 'DF-04', 'DF-05', 'DF-10', 'DF-11']);
  });
});

describe('the rules of Defensie', () => {
  const yes = 'fulfilled';
  const no = 'notFulfilled';
  const not = 'notApplicable';
  const forms = (...vormen: string[]) => dossier('uitvraag', { vormen });
  const applied = (fields: FactValues) => dossier('toepassing', fields);

  it.each<[string, string, FactValues, Verdict['outcome']]>([
    ['applying social return', 'DF-01', applied({ toepassen: true }), yes],
    ['not applying it', 'DF-01', applied({ toepassen: false }), no],
    ['no decision yet', 'DF-01', {}, 'unknown'],
    ['an award criterion', 'DF-02', forms('uitvoeringsvoorwaarde', 'gunningscriterium'), yes],
    ['a sub-criterion only', 'DF-02', forms('subgunningscriterium'), no],
    ['a requirement only', 'DF-02', forms('minimumeis'), no],
    ['no tender yet', 'DF-02', {}, 'unknown'],
    ['a tender text for a wide group', 'DF-03', dossier('uitvraag', { alleenBanenafspraak: false }), yes],
    ['a tender text for the banenafspraak alone', 'DF-03', dossier('uitvraag', { alleenBanenafspraak: true }), no],
    ['no tender text yet', 'DF-03', {}, 'unknown'],
    [
      'a percentage, while the norm is not filled in',
      'DF-04',
      applied({ toepassen: true, percentage: '5' }),
      'unknown',
    ],
    ['no percentage', 'DF-04', applied({ toepassen: true }), not],
    ['another set-up of the next tender', 'DF-05', dossier('volgendeAanbesteding', { model: 'anders' }), yes],
    ['model B for the next tender', 'DF-05', dossier('volgendeAanbesteding', { model: 'modelB' }), no],
    ['no model yet', 'DF-05', {}, 'unknown'],
    ['the register', 'DF-10', dossier('doelstellingen', { doelgroep: 'doelgroepregister' }), yes],
    ['the wider group', 'DF-10', dossier('doelstellingen', { doelgroep: 'bredeDoelgroep' }), no],
    ['no group yet', 'DF-10', {}, 'unknown'],
    ['the register in 2019', 'DF-11', dossier('principebesluit', { doelgroep: 'doelgroepregister' }), yes],
    ['the wider group in 2019', 'DF-11', dossier('principebesluit', { doelgroep: 'bredeDoelgroep' }), no],
    ['a decision of 2020, which names no group', 'DF-11', dossier('principebesluit', {}), not],
  ])('%s (%s)', (_, id, values, expected) => {
    expect(outcomeOn(defensie, today, id, values)).toBe(expected);
  });

  it('say nothing about a tender of 2019', () => {
    expect(outcomeOn(defensie, '2019-12-31', 'DF-01', applied({ toepassen: false }))).toBe(not);
    expect(outcomeOn(defensie, '2019-12-31', 'DF-02', forms('minimumeis'))).toBe(not);
  });

  it('weigh the percentage once the organisation has filled in its own', () => {
    const own = shippedPack('defensie', { 'parameters/percentage.yaml': percentageFile('percentage', '5') });
    const outcome = (percentage: string) =>
      outcomeOn(own, today, 'DF-04', dossier('toepassing', { toepassen: true, percentage }));
    expect([outcome('5'), outcome('4.99')]).toEqual([yes, no]);
  });

  itGuardsTheContract(defensie, 'DF', 20);
});
