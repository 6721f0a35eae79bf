import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '@samenwerkt/calendar';
import { type Command, type Partnership } from '../model.js';
import { options } from '../options.js';
import { plannedTimers } from '../planning/planned-timers.js';
import { apply } from '../apply.js';
import { monitoringEvery } from '../testing/packs.js';
import { entry, monitoredSince, on, planning, recurring, spoken } from '../testing/cadences.js';
import { accepted, after, coordinator, LIFECYCLES, sample, throughJson, tryEvent } from '../testing/partnerships.js';
import { openAgreements, settledIn } from './agreements.js';

const quarterly = monitoringEvery(3);
const due = (partnership: Partnership, policy = quarterly) =>
  plannedTimers(partnership, policy).flatMap(({ kind, dueOn }) => (kind === 'gesprek' ? [dueOn] : []));
const agreement = (afspraak: string, datum = '2024-07-31') => ({ afspraak, eigenaar: 'HR', datum });
const talk = (datum: string, more: Command['data']) =>
  on(datum, 'gesprekVastleggen', { datum, afspraken: [], ...more });
const ids = (partnership: Partnership) => openAgreements(partnership).map(({ id }) => id);

function problemsOf(partnership: Partnership, instead: Command['data']) {
  const decision = tryEvent(partnership, 'gesprekVastleggen', sample(partnership, 'gesprekVastleggen', instead));
  return decision.outcome === 'refused' ? (decision.problems ?? []).map(({ path, code }) => `${path} ${code}`) : [];
}

describe.each(LIFECYCLES)('what a conversation in %s counts for', (lifecycle) => {
  const monitored = () => monitoredSince('2024-02-10', { lifecycle });

  it('is the oldest quarter that is open: that of the first, held on 3 April, leaves the second due', () => {
    const late = after(monitored(), [spoken('2024-04-03')], quarterly);
    expect(due(late)).toEqual(['2024-06-30']);
    expect(late.dossier['monitoring']).toMatchObject({ gesprekken: { laatste: { periode: '2024-03-31' } } });
  });

  it('is one after the other when several were missed, each still owed', () => {
    const afterOne = after(monitored(), [spoken('2024-11-04')], quarterly);
    expect(due(afterOne)).toEqual(['2024-06-30']);
    expect(due(after(afterOne, [spoken('2024-11-05')], quarterly))).toEqual(['2024-09-30']);
  });

  it('is all of them up to the one it names', () => {
    expect(due(after(monitored(), [spoken('2024-11-04', '2024-09-30')], quarterly))).toEqual(['2024-12-31']);
  });

  it('is a coming quarter when it names it, and nothing when the one that has begun was held', () => {
    const held = after(monitored(), [spoken('2024-02-20')], quarterly);
    expect(due(after(held, [spoken('2024-03-20')], quarterly))).toEqual(['2024-06-30']);
    expect(due(after(held, [spoken('2024-03-20', '2024-04-01')], quarterly))).toEqual(['2024-09-30']);
  });

  it('is not moved back by one that is recorded later than it was held', () => {
    const held = after(monitored(), [spoken('2024-05-20', '2024-05-20'), spoken('2024-02-20')], quarterly);
    expect(due(held)).toEqual(['2024-09-30']);
  });

  it('is its own day where no conversations are asked, so that a pack that asks them goes on from there', () => {
    const held = after(monitored(), [spoken('2025-05-20')]);
    expect(due(held)).toEqual(['2025-09-30']);
  });

  it('cannot be a period more than a year ahead', () => {
    expect(problemsOf(monitored(), { datum: '2024-03-01', periode: '2025-03-02' })).toEqual(['/periode tooFarAhead']);
    expect(problemsOf(monitored(), { datum: '2024-03-01', periode: '2025-03-01' })).toEqual([]);
  });
});

describe('a report', () => {
  const moment = '{ kind: terugkerend, every: ritme, anchor: kalender }';
  const policy = planning(entry({ id: 'gesprek', moment, doneBy: '[rapportageOntvangen]' }), { ritme: ['maanden', 3] });
  const report = (kwartaal: number, ontvangenOp: string) =>
    on(ontvangenOp, 'rapportageOntvangen', { jaar: 2024, kwartaal, ontvangenOp });

  it('is asked for in the period after its quarter, when there is something to report', () => {
    expect(due(after(monitoredSince('2024-02-10'), [report(1, '2024-04-11')]), policy)).toEqual(['2024-09-30']);
  });

  it('that comes late counts for when it was asked for, and leaves the next its own, in whatever order', () => {
    const late = after(monitoredSince('2024-02-10'), [report(1, '2024-07-02')]);
    expect(due(late, policy)).toEqual(['2024-09-30']);
    expect(due(after(late, [report(2, '2024-07-08'), report(1, '2024-07-09')]), policy)).toEqual(['2024-12-31']);
  });

  it('with a mistyped year does not settle what is still to come', () => {
    const wrong = on('2024-04-11', 'rapportageOntvangen', { jaar: 2042, kwartaal: 1, ontvangenOp: '2024-04-11' });
    expect(due(after(monitoredSince('2024-02-10'), [wrong]), policy)).toEqual(['2024-09-30']);
  });
});

describe('an agreement', () => {
  const first = () =>
    after(monitoredSince('2024-02-10'), [talk('2024-03-01', { afspraken: [agreement('a'), agreement('b')] })]);

  it('stays open, under a name of its own, until a later conversation settles it', () => {
    expect(openAgreements(first())).toEqual([
      { id: '1.1', ...agreement('a'), sinds: '2024-03-01' },
      { id: '1.2', ...agreement('b'), sinds: '2024-03-01' },
    ]);
    const second = after(first(), [
      talk('2024-05-01', { afspraken: [agreement('c')], afgedaan: [{ afspraak: '1.1', uitkomst: 'vervallen' }] }),
    ]);
    expect(ids(second)).toEqual(['1.2', '2.1']);
  });

  it('can be settled once, when it is open', () => {
    const settled = (...named: string[]) => ({ afgedaan: named.map((afspraak) => ({ afspraak, uitkomst: 'gedaan' })) });
    expect(problemsOf(first(), settled('3.1', '1.2', '1.2'))).toEqual([
      '/afgedaan/0/afspraak notOpen',
      '/afgedaan/2/afspraak twice',
    ]);
    expect(problemsOf(monitoredSince('2024-02-10'), settled('1.1'))).toEqual(['/afgedaan/0/afspraak notOpen']);
  });

  it('is refused when fifty others are open, and nothing is dropped', () => {
    const fifty = Array.from({ length: 50 }, (_, i) => agreement(`afspraak ${i}`));
    const full = after(monitoredSince('2024-02-10'), [talk('2024-03-01', { afspraken: fifty })]);
    expect(problemsOf(full, { afspraken: [agreement('nog een')] })).toEqual(['/afspraken tooManyOpen']);
    const room = { afspraken: [agreement('nog een')], afgedaan: [{ afspraak: '1.7', uitkomst: 'gedaan' }] };
    expect(problemsOf(full, room)).toEqual([]);
  });

  it('is a choice in the form, and there is no choice when none is open', () => {
    const field = (partnership: Partnership) =>
      options(partnership, quarterly, coordinator, '2024-05-01T10:00:00.000Z').find(
        ({ event }) => event === 'gesprekVastleggen',
      )?.schema.properties?.['afgedaan'];
    expect(field(first())?.items?.properties?.['afspraak']?.enum).toEqual(['1.1', '1.2']);
    expect(field(monitoredSince('2024-02-10'))).toBeUndefined();
  });
});

/** Conversations of random days that agree and settle at random. */
const conversations = fc.array(
  fc.record({
    days: fc.nat({ max: 200 }),
    agreed: fc.nat({ max: 3 }),
    settles: fc.array(fc.nat({ max: 9 }), { maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('over any course of conversations', () => {
  it('no agreement is lost or doubled, and the history replays to the letter', () => {
    fc.assert(
      fc.property(conversations, (course) => {
        const begin = monitoredSince('2024-02-10');
        const made: string[] = [];
        const settled: string[] = [];
        let partnership = begin;
        const history = course.map(({ days, agreed, settles }) => {
          const open = ids(partnership);
          const named = [...new Set(settles.flatMap((which) => open[which] ?? []))];
          const afspraken = Array.from({ length: agreed }, (_, i) => agreement(`${made.length + i}`));
          const afgedaan = named.map((afspraak) => ({ afspraak, uitkomst: 'gedaan' }));
          const datum = addDays('2024-02-10', days);
          const data = sample(partnership, 'gesprekVastleggen', { datum, afspraken, afgedaan });
          const { event, next } = accepted(tryEvent(partnership, 'gesprekVastleggen', data, { policy: quarterly }));
          settled.push(...settledIn(event.data).map(({ afspraak }) => afspraak));
          made.push(...ids(next).filter((id) => !open.includes(id)));
          expect(ids(next)).toHaveLength(open.length - named.length + agreed);
          partnership = next;
          return event;
        });
        expect(new Set(made).size).toBe(made.length);
        expect([...ids(partnership), ...settled].sort()).toEqual([...made].sort());
        expect(new Set(settled).size).toBe(settled.length);
        const replayed = throughJson(history).reduce<Partnership>(apply, throughJson(begin));
        expect(JSON.stringify(replayed)).toBe(JSON.stringify(partnership));
      }),
      { numRuns: 100 },
    );
  });

  it.each([1, 2, 3, 6, 12])('each period of %i months is closed exactly once, in order', (months) => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 120 }), { minLength: 1, maxLength: 25 }), (gaps) => {
        const policy = recurring(months, 'kalender');
        let [partnership, day] = [monitoredSince('2024-01-10'), '2024-01-10'];
        const closed: string[] = [];
        for (const gap of gaps) {
          day = addDays(day, gap);
          const [open] = plannedTimers(partnership, policy);
          partnership = after(partnership, [spoken(day)], policy);
          const [next] = plannedTimers(partnership, policy);
          if (open && next?.occurrence !== open.occurrence) closed.push(open.dueOn);
        }
        expect(new Set(closed).size).toBe(closed.length);
        expect(closed).toEqual([...closed].sort());
        expect(closed.length).toBeLessThanOrEqual(gaps.length);
      }),
      { numRuns: 40 },
    );
  });
});
