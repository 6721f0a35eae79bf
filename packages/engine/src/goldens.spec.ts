import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { lifecycle as lifecycleWith } from '@samenwerkt/lifecycle';
import { type LifecycleRef, type Partnership, type RecordedEvent } from './model.js';
import { replay } from './replay.js';
import { ENGINE_SEMANTICS } from './semantics.js';
import { LIFECYCLES } from './testing/partnerships.js';

interface Golden {
  readonly history: readonly RecordedEvent[];
  readonly snapshot: Partnership;
}

/** A recorded history with the snapshot it had then, under the lifecycle as it is now: only the engine is on trial. */
function golden(id: string): Golden {
  const text = readFileSync(new URL(`./goldens/${id}.golden.json`, import.meta.url), 'utf8');
  const { version, hash } = lifecycleWith(id);
  const lifecycle: LifecycleRef = { id, version, hash };
  const { history, snapshot } = JSON.parse(text) as Golden;
  return { history: history.map((event) => ({ ...event, lifecycle })), snapshot: { ...snapshot, lifecycle } };
}

describe.each(LIFECYCLES)('a history of %s that was recorded under semantics 1', (id) => {
  const { history, snapshot } = golden(id);

  it('still gives the snapshot it gave then: another outcome needs a higher ENGINE_SEMANTICS and a fold for 1', () => {
    expect(JSON.stringify(replay(history))).toBe(JSON.stringify(snapshot));
  });

  it('covers suspension, additions to the dossier, series, changes of contract and a mended chain', () => {
    const events = new Set(history.map(({ event }) => event));
    for (const event of [
      'dossierAanvullen',
      'opschorten',
      'hervatten',
      'gesprekVastleggen',
      'contractWijzigen',
      'coordinatorOverdragen',
      'ketenHersteld',
      'afronden',
    ]) {
      expect(events).toContain(event);
    }
    expect(new Set(history.map(({ semantics }) => semantics))).toEqual(new Set([1]));
    expect(ENGINE_SEMANTICS).toBeGreaterThanOrEqual(1);
  });
});
