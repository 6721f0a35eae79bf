import { describe, expect, it } from '@jest/globals';
import { lifecycle } from '../lifecycles.js';
import { type Position } from '../model.js';
import { walk } from '../testing/reachable.js';

type Step = Parameters<typeof walk>[1][number];

const current = lifecycle('stappenplan-2020');
const preparation: readonly Step[] = [
  'principebesluitNemen',
  'werkgroepInstellen',
  'doelstellingenVaststellen',
  'actieplanVaststellen',
];
const tender: readonly Step[] = [
  'inventarisatieAfronden',
  'inkoopstrategieKiezen',
  'toepassingBepalen',
  'uitvraagPubliceren',
];
const jobs: readonly Step[] = ['banenInKaartBrengen', 'besluitVastleggen', 'eersteBaanRealiseren'];

const by = (route: string): Step => ['routeKiezen', { route }];
const dropping = (route: string): Step => ['routeStaken', { route }];
const after = (...steps: readonly Step[]): Position => walk(current, [...preparation, ...steps]);

const tenderOutcomes: Readonly<Record<string, readonly Step[]>> = {
  gegund: [...tender, 'gunnen'],
  nietGegund: [...tender, ['nietGunnen', { vervolg: 'stoppen' }]],
};
const existingOutcomes: Readonly<Record<string, readonly Step[]>> = {
  bereid: ['opdrachtnemerKiezen', 'bereidheidVastleggen'],
  afscheidGenomen: ['opdrachtnemerKiezen', 'afscheidNemen'],
};

describe('step 1 of the lifecycle of 2020', () => {
  it('begins with the decision in principle', () => {
    expect(current.start().states).toEqual(['principebesluit']);
  });

  it('ends at once when the decision is rejected', () => {
    expect(walk(current, ['principebesluitAfwijzen'])).toMatchObject({ states: ['afgewezen'], done: true });
  });

  it('waits when the decision is postponed', () => {
    expect(walk(current, ['principebesluitUitstellen', 'principebesluitUitstellen'])).toBe(current.start());
  });

  it('goes on by the route that was chosen', () => {
    const aside = ['verkenning.aanbesteding.nietGekozen', 'verkenning.bestaandeOvereenkomst.nietGekozen'] as const;
    const [tenderFirst, existingFirst] = [
      'verkenning.aanbesteding.inventarisatie',
      'verkenning.bestaandeOvereenkomst.keuze',
    ];
    expect(after(by('aanbesteding')).states).toEqual([tenderFirst, aside[1]]);
    expect(after(by('bestaandeOvereenkomst')).states).toEqual([aside[0], existingFirst]);
    expect(after(by('beide')).states).toEqual([tenderFirst, existingFirst]);
  });

  it('does not go on by a route that is none', () => {
    expect(current.move(after(), 'routeKiezen', { route: 'anders' })).toBeUndefined();
    expect(current.move(after(), 'routeKiezen', {})).toBeUndefined();
  });
});

describe('step 2 of the lifecycle of 2020 by one route', () => {
  it.each([
    ['aanbesteding', 'gegund', 'realisatie.potentieleBanen'],
    ['aanbesteding', 'nietGegund', 'nietGegund'],
    ['bestaandeOvereenkomst', 'bereid', 'realisatie.potentieleBanen'],
    ['bestaandeOvereenkomst', 'afscheidGenomen', 'afscheid'],
  ])('%s that ends %s leads to %s', (route, outcome, state) => {
    const steps = { ...tenderOutcomes, ...existingOutcomes }[outcome] ?? [];
    expect(after(by(route), ...steps).states).toEqual([state]);
  });

  it('goes back to the application when the tender is put out again, as often as needed', () => {
    const again: readonly Step[] = [['nietGunnen', { vervolg: 'opnieuwUitvragen' }]];
    const retried = after(by('aanbesteding'), ...tender, ...again);
    expect(retried.states).toContain('verkenning.aanbesteding.toepassing');
    const round: readonly Step[] = ['toepassingBepalen', 'uitvraagPubliceren'];
    expect(after(by('aanbesteding'), ...tender, ...again, ...round, ...again)).toBe(retried);
  });

  it.each(['aanbesteding', 'bestaandeOvereenkomst'])('cannot drop %s, the only one', (route) => {
    const position = after(by(route));
    expect(current.accepts(position, 'routeStaken')).toBe(false);
    expect(current.move(position, 'routeStaken', { route })).toBeUndefined();
  });
});

describe('step 2 of the lifecycle of 2020 by both routes', () => {
  const outcomes = [
    ['gegund', 'bereid', 'realisatie.potentieleBanen'],
    ['gegund', 'afscheidGenomen', 'realisatie.potentieleBanen'],
    ['nietGegund', 'bereid', 'realisatie.potentieleBanen'],
    ['nietGegund', 'afscheidGenomen', 'afscheid'],
  ] as const;

  it.each(outcomes)('%s and %s lead to %s, whichever ends first', (left, right, state) => {
    const [tenderSteps = [], existingSteps = []] = [tenderOutcomes[left], existingOutcomes[right]];
    expect(after(by('beide'), ...tenderSteps, ...existingSteps).states).toEqual([state]);
    expect(after(by('beide'), ...existingSteps, ...tenderSteps).states).toEqual([state]);
  });

  it('waits for the other route when one has ended', () => {
    const waiting = after(by('beide'), ...(existingOutcomes['bereid'] ?? []));
    expect(waiting).toMatchObject({
      states: ['verkenning.aanbesteding.inventarisatie', 'verkenning.bestaandeOvereenkomst.bereid'],
      done: false,
    });
  });

  it.each([
    ['aanbesteding', 'bereid', 'realisatie.potentieleBanen'],
    ['aanbesteding', 'afscheidGenomen', 'afscheid'],
    ['bestaandeOvereenkomst', 'gegund', 'realisatie.potentieleBanen'],
    ['bestaandeOvereenkomst', 'nietGegund', 'nietGegund'],
  ])('without %s, %s leads to %s', (route, outcome, state) => {
    const steps = { ...tenderOutcomes, ...existingOutcomes }[outcome] ?? [];
    expect(after(by('beide'), dropping(route), ...steps).states).toEqual([state]);
  });

  it('can drop one route, and not the other after that', () => {
    const position = after(by('beide'), dropping('aanbesteding'));
    expect(position.states).toEqual(['verkenning.aanbesteding.gestaakt', 'verkenning.bestaandeOvereenkomst.keuze']);
    expect(current.accepts(position, 'routeStaken')).toBe(false);
  });

  it('cannot drop a route once the other has ended', () => {
    const position = after(by('beide'), ...(tenderOutcomes['gegund'] ?? []));
    expect(current.accepts(position, 'routeStaken')).toBe(false);
  });
});

describe('steps 3 to 5 of the lifecycle of 2020', () => {
  const monitored = after(by('bestaandeOvereenkomst'), ...(existingOutcomes['bereid'] ?? []), ...jobs);

  it('monitor and anchor beside each other after the first job', () => {
    const parts = ['beleid', 'specialist', 'bestuur', 'resultaten'].map((part) => `borging.${part}.open`);
    expect(monitored.states).toEqual(['monitoring', ...parts]);
  });

  it.each([
    ['beleidVaststellen', 'borging.beleid'],
    ['specialistAanstellen', 'borging.specialist'],
    ['bestuurBetrekken', 'borging.bestuur'],
    ['resultatenDelen', 'borging.resultaten'],
  ])('%s anchors one part, and may be recorded again', (event, part) => {
    const anchored = current.move(monitored, event, {});
    expect(anchored?.states).toEqual(monitored.states.map((id) => (id === `${part}.open` ? `${part}.gereed` : id)));
    expect(anchored && current.move(anchored, event, {})).toBe(anchored);
  });

  it('stay in monitoring through all that recurs', () => {
    for (const event of ['gesprekVastleggen', 'rapportageOntvangen', 'jaaropgaveOntvangen', 'contractVerlengen']) {
      expect(current.move(monitored, event, {})).toBe(monitored);
    }
  });

  it('come to an end by completing, whatever has been anchored', () => {
    expect(current.move(monitored, 'afronden', {})).toMatchObject({ states: ['afgerond'], done: true });
  });

  it('can be ended early, also while suspended', () => {
    const suspended = current.move(monitored, 'opschorten', {}) ?? monitored;
    expect(current.move(monitored, 'beeindigen', {})?.states).toEqual(['beeindigd']);
    expect(current.move(suspended, 'beeindigen', {})?.states).toEqual(['beeindigd']);
  });
});
