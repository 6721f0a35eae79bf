import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { decide, lifecycles, loadPolicy, sampleData, start, type Partnership, type Policy } from '@samenwerkt/engine';
import { readContracts } from '../contracts/read-contracts.js';
import { readPackFolder } from '../packs/pack-folder.js';
import { demoWalks } from './walks.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const { contracts } = readContracts(readFileSync(join(root, 'demo/contracten.csv')));
const walks = demoWalks(contracts, sampleData);
const policies = new Map<string, Policy>();

describe('the contracts of the demo', () => {
  it('are forty', () => {
    expect(contracts).toHaveLength(40);
  });

  it.each(walks.map((walk) => [walk.kenmerk, walk] as const))(
    '%s goes through the engine to where the demo says',
    (kenmerk, walk) => {
      const contract = contracts.find(({ facts }) => facts.kenmerk === kenmerk)?.facts;
      if (!contract) throw new Error(kenmerk);
      const policy = policyOf(walk.pack);
      const first = walk.events[0];
      let partnership: Partnership = start(
        { id: kenmerk, organisation: 'org', lifecycle: walk.lifecycle, contract },
        policy,
        { id: 'demo', roles: [] },
        first?.op ?? '2026-01-01T00:00:00Z',
      ).next;
      for (const { op, door, event, gegevens } of walk.events) {
        const decision = decide(
          partnership,
          policy,
          { event, data: gegevens },
          { id: door.id, roles: door.rollen },
          op,
        );
        if (decision.outcome === 'refused') throw new Error(`${event} op ${op}: ${JSON.stringify(decision)}`);
        partnership = decision.next;
      }
      expect(partnership.states).toEqual(walk.states);
    },
  );

  it('show every state of both lifecycles', () => {
    const shown = new Set(walks.flatMap(({ lifecycle, states }) => states.map((state) => `${lifecycle} ${state}`)));
    const all = [...lifecycles].flatMap(([id, { states }]) => [...states.keys()].map((state) => `${id} ${state}`));
    expect(all.filter((state) => !shown.has(state))).toEqual([]);
  });
});

function policyOf(pack: string): Policy {
  const known = policies.get(pack) ?? loadPolicy(readPackFolder(join(root, 'rule-packs', pack)));
  policies.set(pack, known);
  return known;
}
