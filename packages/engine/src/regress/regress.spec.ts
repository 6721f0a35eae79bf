import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, PackNotForLifecycle, replay, type Policy, type RecordedEvent } from '../index.js';
import { parameter, permissive, policyOf, shipped, trial, trialFiles } from '../testing/packs.js';
import { historyOf, LIFECYCLES, TO_MONITORING } from '../testing/partnerships.js';
import { tries, walk } from '../testing/walks.js';
import { regress } from './regress.js';

const NOTHING = { refused: 0, warned: 0 };
const rules = trialFiles['rules/regels.yaml'] ?? '';

/** The trial pack as a next version, with other files in place of its own. */
function candidate(files: Readonly<Record<string, string>> = {}): Policy {
  const manifest = (trialFiles['pack.yaml'] ?? '').replace('version: 1.0.0', 'version: 1.1.0');
  return policyOf({ ...trialFiles, 'pack.yaml': manifest, ...files });
}

const threshold = (amount: string, from = '2024-01-01') =>
  candidate({
    'parameters/drempel.yaml': parameter('drempel', 'euro', ['2015-01-01', '100000.00'], [from, amount]),
  });

const underTrial = (history: readonly RecordedEvent[], other: Policy) => regress(history, other, () => trial);

/** The very first step, which three rules guard, and the working group after it. */
const short = historyOf(['principebesluitNemen', 'werkgroepInstellen'], { policy: trial });

describe('a candidate that says the same', () => {
  it('makes no difference to any life, whatever its version', () => {
    expect(underTrial(short, candidate())).toEqual({ ...NOTHING, events: 2 });
  });

  it.each(LIFECYCLES)('makes none to the whole road of %s under a pack as it is shipped', (lifecycle) => {
    const basis = shipped('basis');
    const history = historyOf(TO_MONITORING[lifecycle] ?? [], { lifecycle });
    expect(regress(history, basis, () => basis)).toEqual({ ...NOTHING, events: history.length - 1 });
  });
});

describe('a parameter that changes', () => {
  it('is named with what it was and is, at the first event that would have been refused', () => {
    const { firstRefused, ...counts } = underTrial(short, threshold('2000000.00'));
    expect(counts).toMatchObject({ events: 2, refused: 1 });
    expect(firstRefused).toMatchObject({ sequence: 2, event: 'principebesluitNemen', at: short[1]?.at });
    expect(firstRefused?.causes).toEqual([
      expect.objectContaining({
        kind: 'rule',
        id: 'PR-01',
        was: 'fulfilled',
        now: 'notFulfilled',
        rewritten: false,
        parameters: [
          {
            name: 'drempel',
            title: { nl: 'De drempel', en: 'The drempel' },
            unit: 'euro',
            was: { value: '100000.00', validFrom: '2015-01-01' },
            now: { value: '2000000.00', validFrom: '2024-01-01' },
          },
        ],
      }),
    ]);
  });

  it('counts from its own day: an event before it goes as it went', () => {
    expect(underTrial(short, threshold('2000000.00', '2024-03-05'))).toEqual({ ...NOTHING, events: 2 });
  });

  it('shows warnings that appear, and those that disappear, on accepted events', () => {
    const more = underTrial(short, threshold('1000000.00'));
    expect(more).toMatchObject({ refused: 0, warned: 1 });
    expect(more.firstWarned).toMatchObject({ sequence: 2, appeared: [{ id: 'PR-03' }], disappeared: [] });
    const strict = threshold('1000000.00');
    const less = regress(historyOf(['principebesluitNemen'], { policy: strict }), trial, () => strict);
    expect(less.firstWarned).toMatchObject({ appeared: [], disappeared: [{ id: 'PR-03', now: 'fulfilled' }] });
  });
});

describe('a rule that changes', () => {
  const cause = (other: Policy) => underTrial(short, other).firstRefused?.causes[0];

  it('is told apart from a parameter', () => {
    const rewritten = rules.replace('contract.waarde >= parameter.drempel', 'contract.waarde < parameter.drempel');
    expect(cause(candidate({ 'rules/regels.yaml': rewritten }))).toMatchObject({ id: 'PR-01', rewritten: true });
  });

  it('is absent before, when it is new; and after, when it is gone', () => {
    const added = `${rules}${rules.split('- id: ').at(-1)?.replace('PR-04', '- id: PR-05').replace('!=', '==') ?? ''}`;
    expect(cause(candidate({ 'rules/regels.yaml': added }))).toMatchObject({ id: 'PR-05', was: 'absent' });
    const strict = threshold('1000000.00');
    const history = historyOf(['principebesluitNemen'], { policy: strict });
    const gone = regress(history, permissive, () => strict).firstWarned?.disappeared;
    expect(gone).toMatchObject([{ id: 'PR-03', was: 'notFulfilled', now: 'absent' }]);
  });

  it('from a warning to a block is a refusal, not a warning that went away', () => {
    const strict = threshold('1000000.00');
    const history = historyOf(['principebesluitNemen'], { policy: strict });
    const blocking = { ...trialFiles, 'rules/regels.yaml': rules.replace('severity: warn', 'severity: block') };
    const blocks = policyOf({
      ...blocking,
      'parameters/drempel.yaml': parameter('drempel', 'euro', ['2015-01-01', '1000000.00']),
    });
    const outcome = regress(history, blocks, () => strict);
    expect(outcome).toMatchObject({ refused: 1, warned: 0 });
    expect(outcome.firstRefused?.causes).toMatchObject([{ id: 'PR-03', rewritten: true }]);
  });

  it('that asks one more record refuses the event that leaves without it', () => {
    const records = `- state: principebesluit
  field: dossier.principebesluit.backup
  title: { nl: Back-up, en: Back-up }
  source: { title: Proefnota }
`;
    expect(cause(candidate({ 'records.yaml': records }))).toMatchObject({
      kind: 'record',
      id: 'dossier.principebesluit.backup',
      was: 'absent',
      now: 'notFulfilled',
      parameters: [],
    });
  });

  it('names at most ten causes, however many rules a pack piles on one event', () => {
    const one = rules.split('- id: ')[1] ?? '';
    const pile = Array.from({ length: 100 }, (_, i) => `- id: ${one.replace('PR-01', `ST-${i}`).replace('>=', '<')}`);
    const { firstRefused } = underTrial(short, candidate({ 'rules/regels.yaml': pile.join('') }));
    expect(firstRefused?.causes).toHaveLength(10);
  });
});

describe('judging a whole life again', () => {
  it('judges each event where it was recorded, also after one that would have been refused', () => {
    const both = rules.replaceAll('>= parameter', '< parameter').replace('backup !=', 'backup ==');
    const outcome = underTrial(short, candidate({ 'rules/regels.yaml': both }));
    expect(outcome).toMatchObject({ events: 2, refused: 2, firstRefused: { sequence: 2 } });
  });

  it('leaves out the start and what the engine itself records', () => {
    const last = short.at(-1) as RecordedEvent;
    const seal = { ...last, sequence: last.sequence + 1, event: 'ketenHersteld', data: {} };
    expect(underTrial([...short, seal], candidate())).toEqual({ ...NOTHING, events: 2 });
  });

  it('asks for the pack of each event by what the event itself says', () => {
    const asked = new Set<unknown>();
    regress(short, candidate(), (ref) => (asked.add(ref), trial));
    expect([...asked]).toEqual([trial.ref]);
  });

  it('does not compare with a pack for other lifecycles', () => {
    const manifest = trialFiles['pack.yaml']?.replace(', stappenplan-2019', '') ?? '';
    const history = historyOf(['principebesluitNemen'], { lifecycle: 'stappenplan-2019', policy: trial });
    expect(() => underTrial(history, candidate({ 'pack.yaml': manifest }))).toThrow(PackNotForLifecycle);
  });

  it.each(LIFECYCLES)('agrees with what the engine would decide, event by event, on any walk of %s', (lifecycle) => {
    fc.assert(
      fc.property(tries, (steps) => {
        const { history } = walk(lifecycle, steps, (partnership) => partnership);
        const refused = history.filter((event, i) => {
          const before = replay(history.slice(0, i));
          return before && decide(before, trial, event, event.actor, event.at).outcome === 'refused';
        });
        const outcome = regress(history, trial, () => permissive);
        expect(outcome).toMatchObject({ events: history.length - 1, refused: refused.length });
        expect(outcome.firstRefused?.sequence).toBe(refused[0]?.sequence);
      }),
      { numRuns: 30 },
    );
  });
});
