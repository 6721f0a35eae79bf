import { describe, expect, it } from '@jest/globals';
import { ACTOR, beginning, facts, handOver, step, walked } from '../testing/partnerships.js';
import { count, ELSEWHERE, withLedger } from '../testing/workbench.js';

const idempotencyKey = 'sleutel-1';

describe('the same key and the same command', () => {
  it('get the same receipt and one event in the history', () =>
    withLedger(async ({ ledger, time, raw }) => {
      const { partnership } = await walked(ledger);
      const command = handOver(partnership, { idempotencyKey, expectedVersion: 1 });
      const first = await ledger.writer.submit(command);
      time.now = '2026-03-03T09:00:00.000Z';
      await ledger.writer.submit(handOver(partnership));
      await expect(ledger.writer.submit(command)).resolves.toEqual(first);
      expect(await count(raw, 'history')).toBe(3);
    }));

  it('within one turn too', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger);
      const command = handOver(partnership, { idempotencyKey });
      const [first, second] = await Promise.all([ledger.writer.submit(command), ledger.writer.submit(command)]);
      expect(second).toEqual(first);
      expect(await count(raw, 'history')).toBe(2);
    }));

  it('whatever the order of the fields', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger);
      const { data } = handOver(partnership);
      const turned = Object.fromEntries(Object.entries(data).reverse());
      await ledger.writer.submit(handOver(partnership, { idempotencyKey, data }));
      await ledger.writer.submit(handOver(partnership, { idempotencyKey, data: turned }));
      expect(await count(raw, 'history')).toBe(2);
    }));

  it('after the ledger was closed and opened again', () =>
    withLedger(async ({ ledger, again, raw }) => {
      const { partnership } = await walked(ledger);
      const command = handOver(partnership, { idempotencyKey });
      const first = await ledger.writer.submit(command);
      const other = await again();
      await expect(other.writer.submit(command)).resolves.toEqual(first);
      await other.close();
      expect(await count(raw, 'history')).toBe(2);
    }));

  it('start one partnership', () =>
    withLedger(async ({ ledger, raw }) => {
      const first = await ledger.writer.start(beginning({ idempotencyKey }));
      await expect(ledger.writer.start(beginning({ idempotencyKey }))).resolves.toEqual(first);
      expect(await count(raw, 'partnership')).toBe(1);
    }));
});

describe('the same key for something else is refused', () => {
  it.each([
    ['other data', { data: { coordinator: 'Iemand anders', reden: 'Vertrek' } }],
    ['another event', { event: 'principebesluitNemen' }],
    ['another actor', { actor: { ...ACTOR, id: 'iemand anders' } }],
    ['another version', { expectedVersion: 2 }],
  ])('%s', (_name, over) =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger);
      await ledger.writer.submit(handOver(partnership, { idempotencyKey }));
      const other = ledger.writer.submit(handOver(partnership, { idempotencyKey, ...over }));
      await expect(other).rejects.toMatchObject({ code: 'idempotency-conflict' });
      expect(await count(raw, 'history')).toBe(2);
    }),
  );

  it('another partnership', () =>
    withLedger(async ({ ledger, raw }) => {
      const one = await walked(ledger);
      const other = await walked(ledger, [], { contract: facts({ kenmerk: 'SCH-2' }) });
      await ledger.writer.submit(handOver(one.partnership, { idempotencyKey }));
      const reused = ledger.writer.submit(handOver(other.partnership, { idempotencyKey }));
      await expect(reused).rejects.toMatchObject({ code: 'idempotency-conflict' });
      expect(await count(raw, 'history')).toBe(3);
    }));

  it('a start on another contract', () =>
    withLedger(async ({ ledger, raw }) => {
      await ledger.writer.start(beginning({ idempotencyKey }));
      const other = beginning({ idempotencyKey, contract: facts({ kenmerk: 'SCH-2' }) });
      await expect(ledger.writer.start(other)).rejects.toMatchObject({ code: 'idempotency-conflict' });
      expect(await count(raw, 'partnership')).toBe(1);
    }));
});

describe('a key', () => {
  it('belongs to one organisation', () =>
    withLedger(async ({ ledger, raw }) => {
      await ledger.writer.start(beginning({ idempotencyKey }));
      const elsewhere = beginning({ idempotencyKey, organisation: ELSEWHERE, contract: facts({ kenmerk: 'X' }) });
      await expect(ledger.writer.start(elsewhere)).resolves.toMatchObject({ version: 1 });
      expect(await count(raw, 'partnership')).toBe(2);
    }));

  it('is free again after a refusal', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await walked(ledger);
      const refused = step(partnership, 'voorbereidingAfronden', { idempotencyKey });
      await expect(ledger.writer.submit(refused)).rejects.toMatchObject({ code: 'event-not-possible' });
      await ledger.writer.submit(step(partnership, 'principebesluitNemen'));
      await expect(ledger.writer.submit(refused)).resolves.toMatchObject({ version: 3 });
      const conflict = handOver(partnership, { idempotencyKey: 'k2', expectedVersion: 1 });
      await expect(ledger.writer.submit(conflict)).rejects.toMatchObject({ code: 'version-conflict' });
      const mended = handOver(partnership, { idempotencyKey: 'k2', expectedVersion: 3 });
      await expect(ledger.writer.submit(mended)).resolves.toMatchObject({ version: 4 });
    }));

  it('is forgotten with its answer once it is old, not sooner', () =>
    withLedger(async ({ ledger, time, raw }) => {
      const { partnership } = await walked(ledger);
      await ledger.writer.submit(handOver(partnership, { idempotencyKey: 'oud' }));
      time.now = '2026-03-03T09:00:00.000Z';
      const recent = handOver(partnership, { idempotencyKey: 'nieuw' });
      const answer = await ledger.writer.submit(recent);
      await expect(ledger.writer.forgetAnswers('2026-03-03T00:00:00.000Z')).resolves.toBe(1);
      await expect(ledger.writer.submit(recent)).resolves.toEqual(answer);
      expect(await count(raw, 'idempotency_key')).toBe(1);
      await expect(ledger.writer.submit(handOver(partnership, { idempotencyKey: 'oud' }))).resolves.toMatchObject({
        version: 4,
      });
    }));

  it('is as old as its answer, also when the event happened long before', () =>
    withLedger(async ({ ledger }) => {
      const at = '2019-07-01T09:00:00.000Z';
      const long = beginning({ idempotencyKey, at });
      const first = await ledger.writer.start(long);
      expect(first.at).toBe(at);
      await expect(ledger.writer.forgetAnswers('2026-03-01T00:00:00.000Z')).resolves.toBe(0);
      await expect(ledger.writer.start(long)).resolves.toEqual(first);
    }));
});
