import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { LedgerError, type Claimed } from '@samenwerkt/ledger';
import fc from 'fast-check';
import { ACTOR, HERE, openOffice, tell, type Office } from '../support/dispatching.js';

const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 2 ** 31);
const LEASE = 120;
const MOST_TRIES = 4;

/** Something that happens to one reminder; a number chooses which. */
type OnOne =
  | { readonly do: 'claim' | 'sent' | 'failed' | 'crash' | 'skip' | 'retry'; readonly which: number }
  | { readonly do: 'reschedule'; readonly which: number; readonly seconds: number };
type Step =
  OnOne | { readonly do: 'scan' } | { readonly do: 'reap' } | { readonly do: 'wait'; readonly seconds: number };

const which = fc.nat(3);
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('scan', 'reap') }) },
    { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('claim', 'claim', 'sent', 'failed', 'crash'), which }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('skip', 'retry'), which }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('reschedule'), which, seconds: fc.integer({ min: 1, max: 600 }) }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('wait'), seconds: fc.integer({ min: -300, max: 400 }) }) },
  ) as fc.Arbitrary<Step>,
  { minLength: 10, maxLength: 60 },
);

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

/** What a reminder may do, told in a few lines: apart from the product. */
class Model {
  dueAt: string;
  skipped = false;
  sent = 0;
  readonly held: Claimed[] = [];
  constructor(now: string) {
    this.dueAt = now;
  }
}

/** Plays a course of events on reminders of one partnership, and holds what the ledger does against the model. */
class Course {
  private readonly models = new Map<string, Model>();
  constructor(private readonly ids: readonly string[]) {
    for (const id of ids) this.models.set(id, new Model(office.time.now));
  }

  async play(step: Step): Promise<void> {
    const { dispatch } = office.ledger;
    const { now } = office.time;
    if (step.do === 'wait') office.time.now = secondsAfter(now, step.seconds);
    else if (step.do === 'scan') await dispatch.queueUntil(secondsAfter(now, 86_400));
    else if (step.do === 'reap') await dispatch.reap(again);
    else await this.playOn(this.ids[step.which % this.ids.length] ?? '', step);
  }

  private async playOn(id: string, step: OnOne): Promise<void> {
    const model = this.modelOf(id);
    const { dispatch } = office.ledger;
    const { now } = office.time;
    if (step.do === 'claim') await this.claim(id, `w${model.held.length}`);
    else if (step.do === 'skip') model.skipped = (await this.act(id, { act: 'skip' })) || model.skipped;
    else if (step.do === 'retry') model.skipped = !(await this.act(id, { act: 'retry' })) && model.skipped;
    else if (step.do === 'reschedule') {
      const dueAt = secondsAfter(now, step.seconds);
      if (!(await this.act(id, { act: 'reschedule', dueAt }))) return;
      [model.dueAt, model.skipped] = [dueAt, false];
    } else {
      const claim = step.do === 'crash' ? void model.held.pop() : model.held.at(-1);
      if (!claim) return;
      if (step.do === 'sent') await this.sent(claim);
      else await dispatch.failed(claim, { channel: 'x', error: 'x', nextTryAt: secondsAfter(now, 60) });
    }
  }

  private async claim(id: string, worker: string): Promise<void> {
    const model = this.modelOf(id);
    const { now } = office.time;
    const claim = await office.ledger.dispatch.claim(id, worker, secondsAfter(now, LEASE));
    if (!claim) return;
    expect(model).toMatchObject({ skipped: false, sent: 0 });
    expect(model.dueAt <= now).toBe(true);
    model.held.push(claim);
  }

  private async sent(claim: Claimed): Promise<void> {
    const model = this.modelOf(claim.reminder.id);
    if (await office.ledger.dispatch.sent(claim, { channel: 'x' })) model.sent++;
    expect(model.sent).toBeLessThan(2);
  }

  private async act(
    id: string,
    act: { act: 'skip' | 'retry' } | { act: 'reschedule'; dueAt: string },
  ): Promise<boolean> {
    try {
      await office.ledger.reminders.act({ organisation: HERE, id, act, actorId: ACTOR.id, reason: 'proef' });
      return true;
    } catch (error) {
      if (error instanceof LedgerError) return false;
      throw error;
    }
  }

  /** From here on nothing goes wrong any more: what is not called off and not given up goes out. */
  async end(): Promise<void> {
    const { dispatch, reminders } = office.ledger;
    for (let round = 0; round < 3; round++) {
      office.time.now = secondsAfter(office.time.now, 700);
      await dispatch.reap(again);
      for (const { id } of await dispatch.queueUntil(office.time.now)) {
        if (!this.models.has(id)) continue;
        await this.claim(id, 'last');
        const claim = this.modelOf(id).held.at(-1);
        if (claim) await this.sent(claim);
      }
    }
    for (const [id, { skipped, sent }] of this.models) {
      const { reminder, attempts } = await reminders.get(HERE, id);
      expect(['sent', 'dead', 'skipped']).toContain(reminder.state);
      expect(reminder.state === 'skipped').toBe(skipped);
      expect(sent).toBe(reminder.state === 'sent' ? 1 : 0);
      expect(attempts.filter(({ outcome }) => outcome === 'sent').length).toBe(sent);
    }
  }

  private modelOf(id: string): Model {
    const model = this.models.get(id);
    if (!model) throw new Error(id);
    return model;
  }
}

const again = (tries: number) => (tries < MOST_TRIES ? secondsAfter(office.time.now, 60) : undefined);

describe(`reminders to which anything may happen in any order (CHAOS_SEED=${seed})`, () => {
  it('go out at most once, never early, never when called off, and in the end or are given up', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (course) => {
        const played = new Course(await tell(office, 2));
        for (const step of course) await played.play(step);
        await played.end();
      }),
      { seed, numRuns: 100 },
    );
  });
});
