import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { decide, loadPolicy, start, type Decision, type Partnership, type Policy } from '@samenwerkt/engine';
import { readCases } from '../demo/seed-demo.js';
import { readPackFolder } from '../packs/pack-folder.js';
import { type CaseEvent, type PracticeCase } from './practice-case.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const cases = readCases(join(root, 'demo'));

/** One line of a golden file: what happened when, and where the partnership stood after it. */
interface Stop {
  readonly op: string;
  readonly event: string;
  readonly states: readonly string[];
  readonly warnings: readonly string[];
}

describe.each(cases.map((one) => [one.titel, one] as const))('the practice case %s', (_, one) => {
  const policy = loadPolicy(readPackFolder(join(root, 'rule-packs', one.pack)));

  it('is accepted by the engine event by event, and ends where the sources say', () => {
    const { stops, partnership } = played(one, policy);
    expect(stops).toHaveLength(one.gebeurtenissen.length);
    expect(partnership.states).toEqual(one.verwacht.states);
  });

  it('goes the way of its golden file, with the same warnings', () => {
    const golden = join(root, 'packages/intake/src/goldens', `${one.contract.kenmerk}.golden.json`);
    expect(played(one, policy).stops).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });
});

describe('what was tried first in a practice case', () => {
  it('is told for the cases where the policy stood in the way', () => {
    const told = cases.flatMap(({ gebeurtenissen }) =>
      gebeurtenissen.flatMap(({ eerstGeweigerd }) => eerstGeweigerd?.redenen ?? []),
    );
    expect(told).toEqual(['UT-02', 'BA-40']);
  });
});

function played(one: PracticeCase, policy: Policy): { stops: Stop[]; partnership: Partnership } {
  const stops: Stop[] = [];
  let partnership = begun(one, policy);
  for (const event of one.gebeurtenissen) {
    mustBeRefusedFirst(partnership, policy, event);
    const decision = judged(partnership, policy, event, event.gegevens);
    if (decision.outcome === 'refused') throw new Error(`${event.event} op ${event.op}: ${JSON.stringify(decision)}`);
    partnership = decision.next;
    stops.push({
      op: event.op,
      event: event.event,
      states: partnership.states,
      warnings: decision.warnings.map(({ id }) => id),
    });
  }
  return { stops, partnership };
}

function begun({ contract, lifecycle, gebeurtenissen: [first] }: PracticeCase, policy: Policy): Partnership {
  const actor = { id: first?.door.id ?? '', roles: first?.door.rollen ?? [] };
  return start({ id: 'geval', organisation: 'org', lifecycle, contract }, policy, actor, first?.op ?? '').next;
}

function judged(
  partnership: Partnership,
  policy: Policy,
  { event, door, op }: CaseEvent,
  data: CaseEvent['gegevens'],
): Decision {
  return decide(partnership, policy, { event, data }, { id: door.id, roles: door.rollen }, op);
}

function mustBeRefusedFirst(partnership: Partnership, policy: Policy, event: CaseEvent): void {
  if (!event.eerstGeweigerd) return;
  const decision = judged(partnership, policy, event, event.eerstGeweigerd.gegevens);
  const blocking =
    decision.outcome === 'refused' ? decision.reasons.filter(({ severity }) => severity === 'block') : [];
  expect(blocking.map(({ id }) => id)).toEqual(event.eerstGeweigerd.redenen);
}
