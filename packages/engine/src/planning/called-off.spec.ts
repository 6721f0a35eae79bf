import { describe, expect, it } from '@jest/globals';
import { MIGRATION_EVENT } from '../apply.js';
import { entry, monitoredSince, planning } from '../testing/cadences.js';
import { isCalledOff } from './called-off.js';

const cadence = [
  entry({
    id: 'gesprek',
    moment: '{ kind: terugkerend, every: ritme, anchor: kalender }',
    doneBy: '[gesprekVastleggen]',
  }),
  entry({ id: 'stilstand', moment: '{ kind: stilstand, longerThan: vooraf }' }),
].join('\n');
const policy = planning(cadence, { ritme: ['maanden', 3], vooraf: ['dagen', 14] });
const running = monitoredSince('2024-02-10');

describe('a moment that an event closed', () => {
  it('has been met by the event that does what it asks, also by one that ends the partnership', () => {
    for (const after of [running, { ...running, done: true }])
      expect(isCalledOff('gesprek', 'gesprekVastleggen', after, policy)).toBe(false);
  });

  it('has been met when the partnership changed in the way it waited for', () => {
    expect(isCalledOff('stilstand', 'eersteBaanRealiseren', running, policy)).toBe(false);
  });

  it('is called off when nothing is asked any more, when another pack does not ask it, and when it ends for another reason', () => {
    expect(isCalledOff('stilstand', 'beeindigen', { ...running, done: true }, policy)).toBe(true);
    expect(isCalledOff('stilstand', MIGRATION_EVENT, running, policy)).toBe(true);
    expect(isCalledOff('uitEenAnderPakket', MIGRATION_EVENT, running, policy)).toBe(true);
    expect(isCalledOff('gesprek', 'contractWijzigen', running, policy)).toBe(true);
  });
});
