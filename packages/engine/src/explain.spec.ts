import { describe, expect, it } from '@jest/globals';
import { decide } from './decide.js';
import { explain } from './explain.js';
import { type ContractFacts, type Reason } from './model.js';
import { type Policy } from './policy.js';
import { shipped, trial } from './testing/packs.js';
import { begun, contract, coordinator, NOW, sample } from './testing/partnerships.js';

function explained(facts: ContractFacts, policy: Policy = trial, at = NOW) {
  const partnership = begun({ contract: facts, policy });
  const command = { event: 'principebesluitNemen', data: sample(partnership, 'principebesluitNemen') };
  return {
    ...explain(partnership, policy, command, coordinator, at),
    decided: decide(partnership, policy, command, coordinator, at),
  };
}

function judgedAs(facts: ContractFacts, id: string, at = NOW): Reason | undefined {
  return explained(facts, trial, at).judged.find((reason) => reason.id === id);
}

const withoutWages: ContractFacts = { ...contract, loonsom: undefined };

describe('an explanation', () => {
  it('holds the very decision', () => {
    const { decision, decided } = explained(contract);
    expect(decision).toEqual(decided);
  });

  it('shows every rule side by side, whatever came of it', () => {
    const facts: ContractFacts = { ...withoutWages, waarde: '50000.00', soort: 'levering' };
    expect(explained(facts).judged.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['PR-01', 'notFulfilled'],
      ['PR-02', 'notApplicable'],
      ['PR-03', 'unknown'],
    ]);
    expect(explained(contract).judged.map(({ outcome }) => outcome)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  });

  it('shows the figure that was read with the day from which it holds, and its source', () => {
    expect(judgedAs(contract, 'PR-01')).toMatchObject({
      outcome: 'fulfilled',
      expression: 'contract.waarde >= parameter.drempel',
      parameters: [
        {
          name: 'drempel',
          title: { nl: 'De drempel', en: 'The drempel' },
          unit: 'euro',
          value: '100000.00',
          validFrom: '2015-01-01',
          source: { title: 'Nota 2015-01-01' },
        },
      ],
      facts: [{ path: 'contract.waarde', value: '1440000.00' }],
      source: { title: 'Proefnota' },
    });
    expect(judgedAs(contract, 'PR-01', '2025-01-01T00:00:00.000Z')).toMatchObject({
      needed: { value: '250000.00' },
      parameters: [{ value: '250000.00', validFrom: '2025-01-01', source: { title: 'Nota 2025-01-01' } }],
    });
  });

  it('names the fact that is missing when a rule cannot be judged', () => {
    const reason = judgedAs(withoutWages, 'PR-03');
    expect(reason).toMatchObject({ outcome: 'unknown', missing: ['contract.loonsom'] });
    expect(reason?.message.nl).toBe("Niet te beoordelen: Genoeg loon. Niet ingevuld is 'loonsom' van het contract.");
    expect(reason?.facts).toEqual([{ path: 'contract.loonsom', value: undefined }]);
  });

  it('shows what did not apply with the fact that decided it', () => {
    expect(judgedAs({ ...contract, soort: 'levering' }, 'PR-02')).toMatchObject({
      outcome: 'notApplicable',
      facts: expect.arrayContaining([{ path: 'contract.soort', value: 'levering' }]),
    });
  });

  it('reads parameters at the start of the contract where the rule says so', () => {
    const early = { ...contract, start: '2014-01-01', einde: '2014-01-31' };
    expect(judgedAs(early, 'PR-02')).toMatchObject({ outcome: 'notApplicable', parameters: [] });
    const undated: ContractFacts = { ...early, start: undefined };
    expect(judgedAs(undated, 'PR-02')).toMatchObject({ outcome: 'unknown', parameters: [{ value: 6 }] });
  });

  it('shows the duration of the contract in whole months', () => {
    expect(judgedAs({ ...contract, start: '2024-01-01', einde: '2024-06-30' }, 'PR-02')).toMatchObject({
      outcome: 'fulfilled',
      facts: expect.arrayContaining([{ path: 'contract.looptijdMaanden', value: 6 }]),
    });
  });

  it('has nothing to judge when the event cannot be, or its data is wrong', () => {
    const partnership = begun({ policy: trial });
    const judged = (event: string, data = {}) => explain(partnership, trial, { event, data }, coordinator, NOW).judged;
    expect(judged('gunnen')).toEqual([]);
    expect(judged('bestaatNiet')).toEqual([]);
    expect(judged('principebesluitNemen', { datum: 'morgen' })).toEqual([]);
    expect(judged('principebesluitNemen')).toHaveLength(3);
  });

  it('gives a source with every rule of the shipped packs', () => {
    for (const name of ['basis', 'utrecht-bouwblokken']) {
      const policy = shipped(name);
      const partnership = begun({ policy });
      for (const { rule } of policy.pack.rules) expect([rule.id, rule.source.title]).not.toContain('');
      const command = { event: 'principebesluitNemen', data: sample(partnership, 'principebesluitNemen') };
      const { judged } = explain(partnership, policy, command, coordinator, NOW);
      expect(judged.map(({ id }) => id)).toEqual(
        expect.arrayContaining(policy.pack.rulesFor('principebesluitNemen').map(({ rule }) => rule.id)),
      );
    }
  });
});
