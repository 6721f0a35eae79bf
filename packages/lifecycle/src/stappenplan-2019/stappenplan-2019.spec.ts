import { describe, expect, it } from '@jest/globals';
import { lifecycle } from '../lifecycles.js';
import { walk } from '../testing/reachable.js';

const current = lifecycle('stappenplan-2019');
const toMonitoring = [
  'principebesluitNemen',
  'voorbereidingAfronden',
  'opdrachtnemerKiezen',
  'bereidheidVastleggen',
  'actieplanVaststellen',
  'eersteBaanRealiseren',
  'borgingVaststellen',
];

describe('the lifecycle of 2019', () => {
  it('takes its nine steps in order', () => {
    const steps = [...toMonitoring, 'eindeContractNaderen'].map(
      (_, taken, all) => walk(current, all.slice(0, taken + 1)).states,
    );
    const numbers = [current.start().states, ...steps].map(([id = '']) => current.states.get(id)?.step);
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  it('ends when the decision is rejected, and when the conversations lead nowhere', () => {
    expect(walk(current, ['principebesluitAfwijzen']).states).toEqual(['afgewezen']);
    expect(walk(current, [...toMonitoring.slice(0, 3), 'afscheidNemen']).states).toEqual(['afscheid']);
  });

  it('waits when the decision is postponed', () => {
    expect(walk(current, ['principebesluitUitstellen'])).toBe(current.start());
  });

  it('reaches step 9 when the contract is extended, and stays there when it is extended again', () => {
    const extended = walk(current, [...toMonitoring, 'contractVerlengen']);
    expect(extended.states).toEqual(['aanpakBijAanbestedingen']);
    expect(walk(current, [...toMonitoring, 'contractVerlengen', 'contractVerlengen'])).toBe(extended);
  });

  it('keeps monitoring possible in step 9', () => {
    const nearing = walk(current, [...toMonitoring, 'eindeContractNaderen']);
    for (const event of ['gesprekVastleggen', 'rapportageOntvangen', 'jaaropgaveOntvangen', 'evaluatieVastleggen']) {
      expect(current.move(nearing, event, {})).toBe(nearing);
    }
  });

  it('goes from step 9 back to monitoring, on to the next tender, or to completion', () => {
    const nearing = [...toMonitoring, 'eindeContractNaderen'];
    expect(walk(current, [...nearing, 'monitoringVoortzetten'])).toBe(walk(current, toMonitoring));
    expect(walk(current, [...nearing, 'volgendeAanbestedingStarten']).states).toEqual(['afgerond']);
    expect(walk(current, [...nearing, 'afronden']).states).toEqual(['afgerond']);
  });

  it('can be completed from monitoring', () => {
    expect(walk(current, [...toMonitoring, 'afronden'])).toMatchObject({ states: ['afgerond'], done: true });
  });
});
