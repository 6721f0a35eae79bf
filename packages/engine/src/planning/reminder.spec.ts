import { describe, expect, it } from '@jest/globals';
import { type Timer } from '../model.js';
import { entry, monitoredSince, planning, spoken } from '../testing/cadences.js';
import { monitoringEvery } from '../testing/packs.js';
import { after } from '../testing/partnerships.js';
import { plannedTimers } from './planned-timers.js';
import { reminderOf } from './reminder.js';

const written = entry({
  id: 'gesprek',
  moment: '{ kind: terugkerend, every: ritme, anchor: kalender }',
  doneBy: '[gesprekVastleggen]',
  workday: 'voor',
  at: "'08:30'",
  leadTime: 'vooraf',
  to: 'coordinator',
  escalation: '[{ after: kort, to: backup }, { after: lang, to: contractmanager }]',
});
const durations = { ritme: ['maanden', 3], vooraf: ['dagen', 14], kort: ['dagen', 7], lang: ['dagen', 30] } as const;
const policy = planning(written, durations);
const partnership = monitoredSince('2024-02-10');
const conversation: Timer = { kind: 'gesprek', occurrence: '2024-3m-1', dueOn: '2024-03-29' };

describe('the reminder of a timer', () => {
  it('says when it goes out, to whom, who is told when it is late, and why', () => {
    expect(plannedTimers(partnership, policy)).toEqual([conversation]);
    expect(reminderOf(conversation, partnership, policy)).toMatchObject({
      entry: { id: 'gesprek', title: { nl: 'Moment', en: 'Moment' } },
      goesOutOn: '2024-03-15',
      at: '08:30',
      to: 'coordinator',
      escalations: [
        { on: '2024-04-05', to: 'backup' },
        { on: '2024-04-28', to: 'contractmanager' },
      ],
      missing: [],
      why: {
        cadence: 'gesprek',
        anchor: '2024-02-10',
        parameters: [
          { name: 'ritme', value: 3, validFrom: '2015-01-01', source: { title: 'Nota', page: 'p. 1' } },
          { name: 'vooraf', value: 14 },
          { name: 'kort', value: 7 },
          { name: 'lang', value: 30 },
        ],
        pack: policy.ref,
      },
    });
  });

  it('goes out on the due date, and leaves out an escalation, when nobody knows how many days; it says so', () => {
    const unknown = planning(written, { ...durations, vooraf: ['dagen'], kort: ['dagen'] });
    expect(reminderOf(conversation, partnership, unknown)).toMatchObject({
      goesOutOn: '2024-03-29',
      escalations: [{ on: '2024-04-28', to: 'contractmanager' }],
      missing: ['parameter.vooraf', 'parameter.kort'],
    });
  });

  it('is there for a pack without a cadence of its own', () => {
    const [timer] = plannedTimers(partnership, monitoringEvery(3));
    expect(timer && reminderOf(timer, partnership, monitoringEvery(3))).toMatchObject({
      goesOutOn: '2024-03-31',
      at: '09:00',
      to: 'coordinator',
      escalations: [],
      why: { cadence: 'gesprek', parameters: [{ name: 'gespreksfrequentieMaanden', value: 3 }] },
    });
  });

  it('is no longer there when the timer is not: done, or of another cadence', () => {
    expect(reminderOf(conversation, after(partnership, [spoken('2024-03-01')]), policy)).toBeUndefined();
    expect(reminderOf({ ...conversation, kind: 'praatje' }, partnership, policy)).toBeUndefined();
  });
});
