import { describe, expect, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { sampleData } from '@samenwerkt/engine';
import fc from 'fast-check';
import { EventRefused } from '../errors.js';
import { type Ledger } from '../ledger.js';
import { ACTOR, LIFECYCLE, step, TO_MONITORING, walked } from '../testing/partnerships.js';
import { remindingPack } from '../testing/reminding-pack.js';
import { claimed, lines } from '../testing/reminders.js';
import { HERE, withLedger, type Workbench } from '../testing/workbench.js';

const UNTIL = '2026-12-01T00:00:00.000Z';

/** A report within a term after the conversation of 2 March 2026: 21 days in version 1.0.0, 7 days in 1.1.0. */
function reportingPack(version: '1.0.0' | '1.1.0', within: 'lang' | 'kort'): Map<string, string> {
  return remindingPack(version).set(
    'cadence.yaml',
    `- id: rapportage
  title: { nl: Rapportage, en: Report }
  moment: { kind: naGebeurtenis, after: gesprekVastleggen, within: ${within} }
  doneBy: [rapportageOntvangen]
  leadTime: vooraf
  to: coordinator
  escalation: [{ after: kort, to: backup }]
  source: { title: Proefpakket }
`,
  );
}

/** A partnership that was asked for a report by 23 March; what is due on 9 March has gone out to the coordinator. */
async function asked({ ledger, time }: Workbench, { told = true } = {}): Promise<string> {
  await ledger.shelf.add(HERE, reportingPack('1.0.0', 'lang'));
  await ledger.shelf.add(HERE, reportingPack('1.1.0', 'kort'));
  time.now = '2026-03-02T09:00:00.000Z';
  const { partnership } = await walked(ledger, TO_MONITORING, { pack: 'herinnerend' });
  await ledger.writer.submit(onDay(partnership, 'gesprekVastleggen', { datum: '2026-03-02' }));
  await moveTo(ledger, partnership, '1.0.0');
  time.now = '2026-03-09T09:00:00.000Z';
  if (told) await sendAll(ledger, time.now);
  return partnership;
}

/** An event on record with its day. */
function onDay(partnership: string, event: string, day: object) {
  return step(partnership, event, { data: { ...sampleData(LIFECYCLE, event), ...day } });
}

async function moveTo(ledger: Ledger, partnership: string, version: string): Promise<void> {
  const current = (await ledger.partnerships.get(HERE, partnership)).partnership.pack.version;
  if (current === version) return;
  const to = { name: 'herinnerend', version };
  await ledger.writer.migrate({ organisation: HERE, actor: ACTOR, partnership, to, reden: 'proef' });
}

/** Sends everything that is due. @returns how many about the report */
async function sendAll(ledger: Ledger, now: string): Promise<number> {
  let sent = 0;
  for (const { id } of await ledger.dispatch.queueUntil(now)) {
    const claim = await ledger.dispatch.claim(id, 'w', UNTIL);
    if (!claim) continue;
    if (claim.reminder.kind === 'rapportage') sent++;
    await ledger.dispatch.sent(claim, { channel: 'eml' });
  }
  return sent;
}

/** Purpose, state, step, recipient, date and revision of each reminder about the report that still counts. */
async function course(ledger: Ledger): Promise<unknown[]> {
  const alive = (await lines(ledger, { kind: 'rapportage' })).filter(
    ({ state }) => state !== 'superseded' && state !== 'cancelled',
  );
  return alive
    .map((one) => [one.revision, one.purpose, one.state, one.step, one.recipient, one.dueOn])
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const FIRST = [0, 'ask', 'sent', 0, 'coordinator', '2026-03-23'];

describe('a date that moves after somebody was told', () => {
  it('is told anew, at once and once, to whoever was told; what others are asked later has the new date too', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      const partnership = await asked(bench);
      await moveTo(ledger, partnership, '1.1.0');
      const { version } = (await ledger.partnerships.get(HERE, partnership)).partnership;
      const [, ...rest] = await course(ledger);
      expect(rest).toEqual([
        [version, 'ask', 'planned', 1, 'backup', '2026-03-09'],
        [version, 'moved', 'planned', 0, 'coordinator', '2026-03-09'],
      ]);
      expect(await sendAll(ledger, time.now)).toBe(1);
      expect(await sendAll(ledger, time.now)).toBe(0);
      expect((await course(ledger))[0]).toEqual(FIRST);
    }));

  it('that nobody was told of yet is not news to anybody', () =>
    withLedger(async (bench) => {
      const partnership = await asked(bench, { told: false });
      await moveTo(bench.ledger, partnership, '1.1.0');
      expect(await course(bench.ledger)).toEqual([
        [0, 'ask', 'planned', 0, 'coordinator', '2026-03-09'],
        [0, 'ask', 'planned', 1, 'backup', '2026-03-09'],
      ]);
    }));

  it('and moves back before that was told is no news either', () =>
    withLedger(async (bench) => {
      const partnership = await asked(bench);
      for (const version of ['1.1.0', '1.0.0']) await moveTo(bench.ledger, partnership, version);
      expect(await course(bench.ledger)).toEqual([[0, 'ask', 'planned', 1, 'backup', '2026-03-23'], FIRST]);
    }));

  it('and moves back afterwards is told again, under a higher revision', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      const partnership = await asked(bench);
      for (const version of ['1.1.0', '1.0.0']) {
        await moveTo(ledger, partnership, version);
        await sendAll(ledger, time.now);
      }
      const moved = (await lines(ledger, { kind: 'rapportage', state: 'sent' })).filter(
        ({ purpose }) => purpose === 'moved',
      );
      const [one, two] = moved.sort((a, b) => a.revision - b.revision);
      expect([one?.dueOn, two?.dueOn]).toEqual(['2026-03-09', '2026-03-23']);
      expect(Number(two?.revision)).toBeGreaterThan(Number(one?.revision));
    }));

  it('counts as told while it is being sent, and when nobody knows whether it arrived; not when it certainly did not', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const news: number[] = [];
      for (const ending of ['sending', 'unsure', 'failed'] as const) {
        const partnership = await asked(bench, { told: false });
        const first = (await lines(ledger, { kind: 'rapportage', partnership, state: 'planned' })).find(
          (one) => one.step === 0,
        );
        const claim = await claimed(ledger, String(first?.id), 'w', UNTIL);
        const failure = { channel: 'smtp', error: 'x', nextTryAt: UNTIL, mayHaveArrived: ending === 'unsure' };
        if (ending !== 'sending') await ledger.dispatch.failed(claim, failure);
        await moveTo(ledger, partnership, '1.1.0');
        const found = await lines(ledger, { kind: 'rapportage', partnership });
        news.push(found.filter(({ purpose }) => purpose === 'moved').length);
      }
      expect(news).toEqual([1, 1, 0]);
    }));
});

describe('what is not asked any more after somebody was told', () => {
  it.each(['beeindigen', 'opschorten'])('is called off to whoever was told, once: %s', (event) =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      const partnership = await asked(bench);
      await ledger.writer.submit(step(partnership, event));
      const { version } = (await ledger.partnerships.get(HERE, partnership)).partnership;
      expect(await course(ledger)).toEqual([FIRST, [version, 'calledOff', 'planned', 0, 'coordinator', '2026-03-23']]);
      expect([await sendAll(ledger, time.now), await sendAll(ledger, time.now)]).toEqual([1, 0]);
      const struck = { partnership, kind: 'rapportage', dueOn: '2026-03-23', to: 'coordinator', revision: version };
      expect(await ledger.moments.calledOff(HERE, 10)).toMatchObject([{ ...struck, what: { nl: 'Rapportage' } }]);
    }),
  );

  it('is asked again when the partnership resumes, and told to who heard that it was called off', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      const partnership = await asked(bench);
      await ledger.writer.submit(step(partnership, 'opschorten'));
      await sendAll(ledger, time.now);
      await ledger.writer.submit(step(partnership, 'hervatten'));
      const { version } = (await ledger.partnerships.get(HERE, partnership)).partnership;
      expect((await course(ledger)).filter((one) => (one as unknown[])[0] === version)).toEqual([
        [version, 'ask', 'planned', 1, 'backup', '2026-03-23'],
        [version, 'moved', 'planned', 0, 'coordinator', '2026-03-23'],
      ]);
      expect(await ledger.moments.calledOff(HERE, 10)).toEqual([]);
    }));

  it('is not news when it has been done', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const partnership = await asked(bench);
      await ledger.writer.submit(onDay(partnership, 'rapportageOntvangen', { ontvangenOp: '2026-03-09' }));
      expect(await course(ledger)).toEqual([FIRST]);
    }));
});

type Move = 'opschorten' | 'hervatten' | '1.0.0' | '1.1.0' | 'send' | 'week';

/** Does one thing; what is not possible at this point is passed over. */
async function play({ ledger, time }: Workbench, partnership: string, move: Move): Promise<void> {
  if (move === 'send') return void (await sendAll(ledger, time.now));
  if (move === 'week') return void (time.now = secondsAfter(time.now, 7 * 24 * 3600));
  const done = move.startsWith('1') ? moveTo(ledger, partnership, move) : ledger.writer.submit(step(partnership, move));
  await done.catch((error: unknown) => expect(error).toBeInstanceOf(EventRefused));
}

describe('whatever happened to a date before the partnership ended', () => {
  const moves = fc.constantFrom<Move>('opschorten', 'hervatten', '1.0.0', '1.1.0', 'send', 'send', 'week');

  it('nothing goes out afterwards but that it was called off, and everybody who was told hears that last', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      await fc.assert(
        fc.asyncProperty(fc.array(moves, { maxLength: 12 }), async (played) => {
          const partnership = await asked(bench, { told: false });
          for (const move of played) await play(bench, partnership, move);
          const sentBefore = new Set((await lines(ledger, { partnership, state: 'sent' })).map(({ id }) => id));
          await ledger.writer.submit(step(partnership, 'beeindigen'));
          time.now = '2031-01-01T09:00:00.000Z';
          await sendAll(ledger, time.now);
          const sent = await lines(ledger, { partnership, kind: 'rapportage', state: 'sent' });
          expect(sent.filter(({ id }) => !sentBefore.has(id)).map(({ purpose }) => purpose)).toEqual(
            sent.filter(({ id }) => !sentBefore.has(id)).map(() => 'calledOff'),
          );
          const inOrder = [...sent].sort((a, b) => a.revision - b.revision);
          const last = new Map(inOrder.map(({ recipient, purpose }) => [recipient, purpose]));
          expect([...last.values()].filter((purpose) => purpose !== 'calledOff')).toEqual([]);
          const once = sent.map((one) => [one.revision, one.purpose, one.recipient].join(' '));
          expect(new Set(once).size).toBe(once.length);
        }),
        { numRuns: 25 },
      );
    }));
});
