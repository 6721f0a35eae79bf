import { describe, expect, it } from '@jest/globals';
import { valuate } from '@samenwerkt/rule-pack';
import fc from 'fast-check';
import { centsOf, euroOf } from '../cents.js';
import { type Policy } from '../policy.js';
import { shipped } from '../testing/packs.js';
import { advise } from './advise.js';
import { type Advice, type Combination, type Limits, type Proposal } from './model.js';

const PACKS: readonly (readonly [Policy, string])[] = [
  [shipped('utrecht-bouwblokken'), '2015-03-01'],
  [shipped('utrecht-bouwblokken'), '2018-06-01'],
  [shipped('utrecht-bouwblokken'), '2020-01-01'],
  [shipped('haaglanden'), '2024-01-01'],
  [shipped('oost-nederland'), '2020-01-01'],
];

const blocksOf = ({ pack }: Policy) => pack.valuation?.blocks.map(({ id }) => id) ?? [];

interface Question {
  readonly policy: Policy;
  readonly date: string;
  readonly open: string;
  readonly limits: Limits;
}

/** Limits that hold few enough forms to ask many questions. */
const questions: fc.Arbitrary<Question> = fc.constantFrom(...PACKS).chain(([policy, date]) =>
  fc.record({
    policy: fc.constant(policy),
    date: fc.constant(date),
    open: fc.bigInt({ min: 0n, max: 20_000_000n }).map(euroOf),
    limits: fc.record({
      people: fc.integer({ min: 0, max: 6 }),
      blocks: fc.subarray(blocksOf(policy), { minLength: 1, maxLength: 5 }),
      hours: fc.tuple(fc.integer({ min: 20, max: 40 }), fc.integer({ min: 0, max: 4 })).map(([min, more]) => ({
        min,
        max: min + more,
      })),
      months: fc.integer({ min: 1, max: 20 }),
      purchases: fc.bigInt({ min: 0n, max: 2_000_000n }).map(euroOf),
      supportHours: fc.integer({ min: 0, max: 80 }),
      permanent: fc.boolean(),
      profiles: fc.subarray([{ leeftijd: 56 }, { statushouder: true }]),
    }),
  }),
);

const answer = ({ policy, open, limits, date }: Question): Advice => advise(policy, { open, limits }, date);
const holds = (check: (question: Question) => void) => fc.assert(fc.property(questions, check), { numRuns: 60 });

/** The sum of a combination, each line valued here anew. */
function valued({ lines }: Combination, { policy, date }: Question): bigint {
  return lines.reduce((sum, { contribution, count }) => {
    const { outcome } = valuate(policy.pack, contribution, { date });
    return sum + (outcome.kind === 'amount' ? centsOf(outcome.amount) : 0n) * BigInt(count);
  }, 0n);
}

function mustRespect({ lines, people, purchases, supportHours }: Combination, { limits }: Question): void {
  expect(people).toBeLessThanOrEqual(limits.people);
  expect(centsOf(purchases)).toBeLessThanOrEqual(centsOf(limits.purchases ?? '0'));
  expect(supportHours).toBeLessThanOrEqual(limits.supportHours ?? 0);
  for (const { contribution } of lines) {
    expect(limits.blocks).toContain(contribution.block);
    expect(Number(contribution.maanden ?? 1)).toBeLessThanOrEqual(limits.months ?? 0);
    if (contribution.urenPerWeek !== undefined) {
      expect(Number(contribution.urenPerWeek)).toBeGreaterThanOrEqual(limits.hours?.min ?? 0);
      expect(Number(contribution.urenPerWeek)).toBeLessThanOrEqual(limits.hours?.max ?? 0);
    }
    if (contribution.vastContract === true) expect(limits.permanent).toBe(true);
  }
}

/** How good the first proposal is: buying and support, people, over. Less is better; nothing at all is worst. */
function standing(advice: Advice): readonly bigint[] {
  const [best] = advice.proposals;
  if (!best) return [1_000_000_000n];
  const means = best.lines.filter(({ contribution }) => contribution.maanden === undefined);
  return [means.reduce((sum, { amount }) => sum + centsOf(amount), 0n), BigInt(best.people), centsOf(best.over)];
}

function isWorse(a: readonly bigint[], b: readonly bigint[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && (a[at] ?? 0n) > (b[at] ?? 0n);
}

const named = ({ lines }: Proposal) => JSON.stringify(lines.map(({ count, contribution }) => [count, contribution]));

describe('every advice', () => {
  it('holds proposals that reach what is open, whose total is what the pack itself says they are worth', () => {
    holds((question) => {
      for (const proposal of answer(question).proposals) {
        expect(valued(proposal, question)).toBe(centsOf(proposal.total));
        expect(centsOf(proposal.total) - centsOf(question.open)).toBe(centsOf(proposal.over));
      }
    });
  });

  it('respects every limit, also in what can be reached at most', () => {
    holds((question) => {
      const { proposals, reachable } = answer(question);
      for (const combination of [...proposals, ...(reachable ? [reachable] : [])]) mustRespect(combination, question);
    });
  });

  it('holds no proposal of which anything can be left out', () => {
    holds((question) => {
      for (const proposal of answer(question).proposals) {
        for (const { figure } of proposal.lines) {
          const each = figure.outcome.kind === 'amount' ? centsOf(figure.outcome.amount) : 0n;
          expect(centsOf(proposal.total) - each).toBeLessThan(centsOf(question.open));
        }
      }
    });
  });

  it('holds at most five proposals, all different, and none when nothing is open', () => {
    holds((question) => {
      const { proposals } = answer(question);
      expect(new Set(proposals.map(named)).size).toBe(proposals.length);
      expect(proposals.length).toBeLessThanOrEqual(5);
      expect(answer({ ...question, open: '0.00' }).proposals).toEqual([]);
    });
  });

  it('either closes the gap, or says by how much it falls short and why', () => {
    holds((question) => {
      const { proposals, reachable, open } = answer(question);
      if (open === '0.00' || proposals.length > 0) return expect(reachable).toBeUndefined();
      expect(reachable && valued(reachable, question)).toBe(reachable && centsOf(reachable.total));
      expect(centsOf(reachable?.short ?? '0') + centsOf(reachable?.total ?? '0')).toBe(centsOf(open));
      expect(centsOf(reachable?.short ?? '0')).toBeGreaterThan(0n);
    });
  });

  it('is the same each time', () => {
    holds((question) => expect(answer(question)).toEqual(answer(question)));
  });

  it('has no worse best when the limits are more generous', () => {
    const wider = fc.record({
      people: fc.integer({ min: 0, max: 2 }),
      months: fc.integer({ min: 0, max: 4 }),
      hours: fc.integer({ min: 0, max: 3 }),
      purchases: fc.bigInt({ min: 0n, max: 500_000n }),
      supportHours: fc.integer({ min: 0, max: 30 }),
      everyBlock: fc.boolean(),
    });
    fc.assert(
      fc.property(questions, wider, (question, more) => {
        const { limits, policy } = question;
        const hours = { min: (limits.hours?.min ?? 12) - more.hours, max: (limits.hours?.max ?? 36) + more.hours };
        const generous: Limits = {
          ...limits,
          hours,
          people: limits.people + more.people,
          months: (limits.months ?? 12) + more.months,
          purchases: euroOf(centsOf(limits.purchases ?? '0') + more.purchases),
          supportHours: (limits.supportHours ?? 0) + more.supportHours,
          permanent: true,
          blocks: more.everyBlock ? blocksOf(policy) : (limits.blocks ?? []),
        };
        expect(isWorse(standing(answer({ ...question, limits: generous })), standing(answer(question)))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the first proposal', () => {
  it('is as good as any found by trying every number of equal places', () => {
    const places = questions.map((question): Question => {
      const limits = { ...question.limits, purchases: '0.00', supportHours: 0, permanent: false, profiles: [] };
      return { ...question, limits };
    });
    fc.assert(
      fc.property(places, (question) => {
        const [best] = answer(question).proposals;
        const tried = everyNumberOfEqualPlaces(question);
        expect(best && [BigInt(best.people), centsOf(best.over)]).toEqual(tried);
      }),
      { numRuns: 40 },
    );
  });
});

/** People and over of the best way with equal places, found the long way; undefined when there is none. */
function everyNumberOfEqualPlaces({ policy, date, open, limits }: Question): readonly bigint[] | undefined {
  const target = centsOf(open);
  let best: readonly bigint[] | undefined;
  if (target === 0n) return undefined;
  for (const block of limits.blocks ?? [])
    for (let maanden = 1; maanden <= (limits.months ?? 0); maanden++)
      for (let urenPerWeek = limits.hours?.min ?? 0; urenPerWeek <= (limits.hours?.max ?? 0); urenPerWeek++) {
        const { outcome } = valuate(policy.pack, { block, maanden, urenPerWeek }, { date });
        if (outcome.kind !== 'amount') continue;
        for (let count = 1n; count <= BigInt(limits.people); count++) {
          const over = centsOf(outcome.amount) * count - target;
          if (over >= 0n && (!best || isWorse(best, [count, over]))) best = [count, over];
        }
      }
  return best;
}
