import { expect, it } from '@jest/globals';
import { type FactValues } from '../facts.js';
import { type Pack, type Verdict } from '../model.js';
import { latest, outcomeOn } from './outcomes.js';

const today = '2026-11-22';
const over = { contract: { einde: '2026-10-31' } };

/** What the rule with each number after the prefix says about these facts. */
const cases: readonly (readonly [string, number, FactValues, Verdict['outcome']])[] = [
  ['a change with consent', 0, latest('wijzigingen', { toestemming: true }), 'fulfilled'],
  ['a change without consent', 0, latest('wijzigingen', { toestemming: false }), 'notFulfilled'],
  ['a change of which the consent is not known', 0, {}, 'unknown'],
  ['a small change', 1, latest('wijzigingen', { wezenlijk: false }), 'fulfilled'],
  ['a substantial change', 1, latest('wijzigingen', { wezenlijk: true }), 'notFulfilled'],
  ['a change of which the size is not known', 1, {}, 'unknown'],
  ['closing the day after the contract', 2, { contract: { einde: '2026-11-21' } }, 'fulfilled'],
  ['closing on its last day', 2, { contract: { einde: today } }, 'notFulfilled'],
  ['closing a contract without an end', 2, {}, 'unknown'],
  ['closing with the last statement', 3, { ...over, ...latest('jaaropgaven', { jaar: 2026 }) }, 'fulfilled'],
  ['closing with the one before', 3, { ...over, ...latest('jaaropgaven', { jaar: 2025 }) }, 'notFulfilled'],
  ['closing without a statement', 3, over, 'notFulfilled'],
  ['a statement without an end of the contract', 3, latest('jaaropgaven', { jaar: 2026 }), 'unknown'],
  ['closing with the final evaluation', 4, latest('evaluaties', { soort: 'eind' }), 'fulfilled'],
  ['closing with one halfway', 4, latest('evaluaties', { soort: 'tussentijds' }), 'notFulfilled'],
  ['closing without an evaluation', 4, {}, 'notFulfilled'],
];

/** States that a pack has the five rules on changing and closing that any contract needs, numbered from `first`. */
export function itGuardsTheContract(pack: Pack, prefix: string, first: number): void {
  it.each(cases)('%s (process rule %i)', (_, number, values, expected) => {
    expect(outcomeOn(pack, today, `${prefix}-${first + number}`, values)).toBe(expected);
  });
}

/** States that a pack loads for both lifecycles, with a source for every value and a remedy for every rule. */
export function itIsSourced(pack: Pack, name: string, version: string): void {
  it('loads under its own name, for both lifecycles', () => {
    const lifecycles = ['stappenplan-2020', 'stappenplan-2019'];
    expect(pack.manifest).toMatchObject({ name, version, lifecycles });
  });

  it('gives every value a source with a title, and says which day is assumed', () => {
    for (const { values, known } of pack.parameters.values()) {
      expect(known).toBe(values.length > 0);
      for (const { source, assumption } of values) {
        expect(source.title).not.toBe('');
        expect(assumption).toMatch(/aangenomen/);
      }
    }
  });

  it('names in every rule its source, and a remedy in both languages', () => {
    for (const { rule } of pack.rules) {
      expect(rule.source.page ?? rule.source.address).toBeDefined();
      expect([rule.remedy.nl, rule.remedy.en]).not.toContain('');
    }
  });
}
