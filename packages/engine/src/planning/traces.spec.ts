import { describe, expect, it } from '@jest/globals';
import { lifecycles } from '@samenwerkt/lifecycle';
import { TRACES } from './traces.js';

const named = (fits: (id: string) => boolean): string[] => [...TRACES.keys()].filter(fits);

describe('what the dossier shows of an event', () => {
  it('is a day where one of its fields, or of the record it completes, is a date', () => {
    for (const { events, states } of lifecycles.values()) {
      for (const { id, fields, keeps, completes } of events.values()) {
        const record = [...states.values()].find((state) => state.record?.key === keeps.record)?.record;
        const all = { ...fields, ...(completes ? record?.fields : {}) };
        const hasDate = Object.values(all).some(({ schema, required }) => schema.format === 'date' && required);
        if (TRACES.get(id)?.day === true) expect([id, hasDate]).toEqual([id, true]);
      }
    }
  });

  it('is a year for the yearly statement only: a report is about a quarter', () => {
    expect(named((id) => TRACES.get(id)?.year === true)).toEqual(['jaaropgaveOntvangen']);
  });

  it('comes back for what is kept as a series', () => {
    expect(named((id) => TRACES.get(id)?.day === true && TRACES.get(id)?.repeats === true)).toEqual([
      'principebesluitUitstellen',
      'gesprekVastleggen',
      'rapportageOntvangen',
      'jaaropgaveOntvangen',
      'evaluatieVastleggen',
      'contractWijzigen',
      'contractVerlengen',
      'eindeContractNaderen',
    ]);
  });

  it('is nothing for what only adds to other records', () => {
    expect(TRACES.has('dossierAanvullen')).toBe(false);
  });
});
