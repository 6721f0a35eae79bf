import { describe, expect, it } from '@jest/globals';
import { type FactValues } from './facts.js';
import { type Verdict } from './model.js';
import { dossier, figuresOn, latest, outcomeOn, toFillIn, warnings } from './testing/outcomes.js';
import { itGuardsTheContract, itIsSourced } from './testing/process-rules.js';
import { percentageFile } from './testing/sample-pack.js';
import { shippedPack } from './testing/shipped-pack.js';

const schoonmaak = shippedPack('rijksschoonmaak');
const today = '2026-11-22';

describe('the pack rijksschoonmaak', () => {
  itIsSourced(schoonmaak, 'rijksschoonmaak', '1.1.0');

  it('leaves the minimum percentage and the term of the plan of action to the organisation', () => {
    expect(toFillIn(schoonmaak)).toEqual(['minimumPercentage', 'planVanAanpak.termijnDagen']);
  });

  it('holds from December 2019, with a discussion every year', () => {
    expect(figuresOn(schoonmaak, '2019-11-30')).toEqual({});
    expect(figuresOn(schoonmaak, '2019-12-01')).toMatchObject({
      'uitvraag.vorm': 'subgunningscriterium',
      'uitvraag.criterium': 'sociale impact',
      gespreksfrequentieMaanden: 12,
      invulling: ['direct', 'indirect'],
      'gunning.gevraagd': ['samenwerking tussen de winnende partijen', 'inzet van sociale ondernemingen'],
    });
    expect(schoonmaak.parameters.has('jaaropgaveTermijnMaanden')).toBe(false);
  });

  it('names the five parts of the plan of action, and asks what the dossier can hold of them', () => {
    const parts = figuresOn(schoonmaak, today)['planVanAanpak.onderdelen'];
    expect(parts).toHaveLength(5);
    const asked = schoonmaak.requiredRecords.map(({ state, field }) => `${state} ${field}`);
    expect(asked).toEqual([
      'realisatie.potentieleBanen dossier.potentieleBanen.toelichting',
      'realisatie.besluitvorming dossier.besluitvorming.beslissers',
      'realisatie.rolverdeling dossier.rolverdeling.taken',
      'realisatie.rolverdeling dossier.rolverdeling.begeleiding',
      'realisatie.rolverdeling dossier.rolverdeling.eerstePlaatsing',
      'mogelijkhedenInKaart dossier.actieplan.doelEnBesluit',
      'mogelijkhedenInKaart dossier.actieplan.beslissers',
      'banenRealiseren dossier.rolverdeling.taken',
      'banenRealiseren dossier.rolverdeling.begeleiding',
      'banenRealiseren dossier.rolverdeling.eerstePlaatsing',
    ]);
  });

  it('refuses only a tender without a percentage of the contract value, and what any contract refuses', () => {
    const blocks = schoonmaak.rules.map(({ rule }) => rule.id).filter((id) => !warnings(schoonmaak).includes(id));
    expect(blocks).toEqual(['RS-20', 'RS-21', 'RS-22', 'RS-23', 'RS-24', 'RS-01']);
  });
});

describe('the rules of Rijksschoonmaak', () => {
  const yes = 'fulfilled';
  const no = 'notFulfilled';
  const not = 'notApplicable';
  const applied = (fields: FactValues = {}) => dossier('toepassing', { toepassen: true, ...fields });
  const refrained = dossier('toepassing', { toepassen: false });
  const forms = (...vormen: string[]): FactValues => ({
    dossier: { toepassing: { toepassen: true }, uitvraag: { vormen } },
  });
  const started = { contract: { start: '2024-01-01' } };

  it.each<[string, string, FactValues, Verdict['outcome']]>([
    ['a percentage of the contract sum', 'RS-01', applied({ percentage: '5', grondslag: 'opdrachtsomExclBtw' }), yes],
    ['a percentage of the wages', 'RS-01', applied({ percentage: '5', grondslag: 'loonsom' }), no],
    ['no percentage', 'RS-01', applied({ grondslag: 'opdrachtsom' }), no],
    ['not applying', 'RS-01', refrained, not],
    ['no decision yet', 'RS-01', {}, 'unknown'],
    ['a percentage, while the minimum is not filled in', 'RS-02', applied({ percentage: '5' }), 'unknown'],
    ['again no percentage', 'RS-02', applied(), not],
    ['suppliers heard', 'RS-03', applied({ marktconsultatie: true }), yes],
    ['suppliers not heard', 'RS-03', applied({ marktconsultatie: false }), no],
    ['nothing said of suppliers', 'RS-03', applied(), no],
    ['again no decision yet', 'RS-03', {}, 'unknown'],
    ['a sub-award criterion', 'RS-04', forms('subgunningscriterium'), yes],
    ['an award criterion', 'RS-04', forms('gunningscriterium'), no],
    ['no tender yet', 'RS-04', applied(), 'unknown'],
    ['a requirement with a sub-award criterion', 'RS-05', forms('minimumeis', 'subgunningscriterium'), yes],
    ['an award criterion, for ISV', 'RS-05', forms('gunningscriterium'), yes],
    ['a requirement alone', 'RS-05', forms('uitvoeringsvoorwaarde'), no],
    ['again no tender yet', 'RS-05', applied(), 'unknown'],
    ['a tender text for a wide group', 'RS-06', dossier('uitvraag', { alleenBanenafspraak: false }), yes],
    ['a tender text for the banenafspraak alone', 'RS-06', dossier('uitvraag', { alleenBanenafspraak: true }), no],
    ['no tender text yet', 'RS-06', {}, 'unknown'],
    ['model B for the next tender', 'RS-07', dossier('volgendeAanbesteding', { model: 'modelB' }), yes],
    ['model A for the next tender', 'RS-07', dossier('volgendeAanbesteding', { model: 'modelA' }), no],
    ['no model yet', 'RS-07', {}, 'unknown'],
    ['discussed a year ago', 'RS-10', { ...started, ...latest('gesprekken', { datum: '2025-11-22' }) }, yes],
    ['discussed a year and a day ago', 'RS-10', { ...started, ...latest('gesprekken', { datum: '2025-11-21' }) }, no],
    ['never discussed', 'RS-10', started, no],
    ['never discussed in the first year', 'RS-10', { contract: { start: '2025-11-22' } }, not],
    ['a contract without a start', 'RS-10', {}, not],
  ])('%s (%s)', (_, id, values, expected) => {
    expect(outcomeOn(schoonmaak, today, id, values)).toBe(expected);
  });

  it('say nothing about a tender of before December 2019', () => {
    expect(outcomeOn(schoonmaak, '2019-11-30', 'RS-01', applied())).toBe(not);
    expect(outcomeOn(schoonmaak, '2019-11-30', 'RS-05', forms('minimumeis'))).toBe(not);
  });

  it('weigh the percentage once the organisation has filled in its own', () => {
    const own = shippedPack('rijksschoonmaak', {
      'parameters/minimumPercentage.yaml': percentageFile('minimumPercentage', '5'),
    });
    const outcome = (percentage: string) =>
      outcomeOn(own, today, 'RS-02', dossier('toepassing', { toepassen: true, percentage }));
    expect([outcome('5'), outcome('4.99')]).toEqual([yes, no]);
  });

  itGuardsTheContract(schoonmaak, 'RS', 20);
});
