import { describe, expect, it } from '@jest/globals';
import { reasonOf, valueOf, type ReminderOrigin } from './reason-words.js';

const origin: ReminderOrigin = {
  title: { nl: 'Gesprek', en: 'Conversation' },
  event: { nl: 'Borging vaststellen', en: 'Establish anchoring' },
  occurrence: '2026-3m-3',
  step: 0,
  purpose: 'ask',
  dueOn: '2026-09-30',
  why: {
    sequence: 8,
    cadence: 'gesprek',
    anchor: '2026-06-30',
    missing: [],
    pack: { name: 'basis', version: '1.2.0' },
  },
};

describe('why a reminder exists, in words', () => {
  it('names pack, moment, day it counts from, due date, and the event that planned it', () => {
    expect(reasonOf(origin)).toEqual({
      nl: 'Regelpakket basis 1.2.0 vraagt "Gesprek" (2026-3m-3), gerekend vanaf 30 juni 2026, uiterlijk 30 september 2026. Dit is de herinnering zelf. Gepland door "Borging vaststellen" (gebeurtenis 8).',
      en: 'Rule pack basis 1.2.0 asks for "Conversation" (2026-3m-3), counted from 30 June 2026, by 30 September 2026. This is the reminder itself. Planned by "Establish anchoring" (event 8).',
    });
  });

  it('says which escalation it is', () => {
    expect(reasonOf({ ...origin, step: 2 }).nl).toContain('Dit is escalatie 2: zij gaat uit als er dan nog niets');
  });

  it('says of news that it goes to whoever was told before, and nothing of steps', () => {
    const [moved, off] = (['moved', 'calledOff'] as const).map((purpose) => reasonOf({ ...origin, step: 1, purpose }));
    expect(moved?.nl).toContain('hoort dat nu deze datum geldt');
    expect(off?.en).toContain('hears that it is not asked any more');
    expect(`${moved?.nl} ${off?.nl}`).not.toContain('escalatie');
  });

  it('says what the pack has no value for', () => {
    const missing = ['parameter.herinnering.dagenVooraf', 'parameter.x'];
    const { nl, en } = reasonOf({ ...origin, why: { ...origin.why, missing } });
    for (const text of [nl, en]) expect(text).toContain('parameter.herinnering.dagenVooraf, parameter.x.');
  });

  it('says of a message about an event that it happened, and that is all', () => {
    const told = reasonOf({ ...origin, why: { sequence: 8 } });
    expect(told.nl).toBe(
      'Bericht van wat er gebeurde: "Borging vaststellen" (gebeurtenis 8). Wie dat moet weten, hoort het meteen.',
    );
  });

  it('says so when nothing was recorded', () => {
    const { title, occurrence, step, purpose, dueOn } = origin;
    expect(reasonOf({ title, occurrence, step, purpose, dueOn, why: {} }).nl).toMatch(/^Van voor de tijd/);
  });

  it('writes a parameter with its unit', () => {
    expect(valueOf({ value: 3, unit: 'maanden' })).toBe('3 maanden');
  });
});
