import { describe, expect, it } from '@jest/globals';
import { attest, decided, withdraw } from '../testing/attesting.js';
import { ACTOR, step, walked } from '../testing/partnerships.js';
import { count, ELSEWHERE, HERE, NOBODY, withLedger } from '../testing/workbench.js';

const ANNA = 'Anna de Vries';

describe('evidence that somebody saw', () => {
  it('is on record with its kind, who saw it and when; by reference, with a line in the log', () =>
    withLedger(async (bench) => {
      const { ledger, raw } = bench;
      const partnership = await decided(bench);
      await attest(ledger, partnership, { note: 'getekend exemplaar' });
      expect(await ledger.subjects.shown(HERE, await ledger.attestations.of(HERE, partnership), 'nl')).toMatchObject([
        {
          ...{ sequence: 2, event: 'principebesluitNemen', kind: 'besluitenlijst', note: 'getekend exemplaar' },
          title: { nl: 'Besluitenlijst' },
          ...{ seenBy: ANNA, seenOn: '2026-03-01', recordedBy: ACTOR.id, withdrawnAt: null },
        },
      ]);
      expect(JSON.stringify(await raw.rows('SELECT * FROM attestation'))).not.toContain('Anna');
      expect(await ledger.audit.page(HERE, { action: 'evidence.attested' }, 9)).toMatchObject([
        { subject: { kind: 'partnership', id: partnership }, details: { sequence: 2, evidence: 'besluitenlijst' } },
      ]);
    }));

  it('is asked by the pack on the day of the event, until somebody saw it', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const partnership = await decided(bench);
      const unseen = async () =>
        (await ledger.attestations.unseen(HERE, partnership)).map(({ sequence, kind }) => [sequence, kind]);
      expect(await unseen()).toEqual([[2, 'besluitenlijst']]);
      const { id } = await attest(ledger, partnership);
      expect(await unseen()).toEqual([]);
      await withdraw(ledger, partnership, id);
      expect(await unseen()).toEqual([[2, 'besluitenlijst']]);
    }));

  it('may be of a kind that the pack does not know, when a note says what it was', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const partnership = await decided(bench);
      await expect(attest(ledger, partnership, { kind: 'anders' })).rejects.toMatchObject({
        problems: [{ path: '/note', code: 'required' }],
      });
      expect(await attest(ledger, partnership, { kind: 'anders', note: 'notulen' })).toMatchObject({ kind: 'anders' });
    }));

  it.each([
    [{ kind: 'geheim' }, '/kind unknown'],
    [{ sequence: 3 }, '/sequence unknown'],
    [{ sequence: 0 }, '/sequence minimum'],
    [{ sequence: 1.5 }, '/sequence type'],
    [{ seenOn: '2026-03-03' }, '/seenOn future'],
    [{ seenOn: '2026-02-30' }, '/seenOn format'],
    [{ seenBy: ' ' }, '/seenBy blank'],
    [{ seenBy: 'Anna 111222333' }, '/seenBy bsn'],
    [{ note: 'nummer 111.222.333' }, '/note bsn'],
  ])('is refused as %j, and nothing is recorded', (over, problem) =>
    withLedger(async (bench) => {
      const { ledger, raw } = bench;
      const refused = attest(ledger, await decided(bench), over);
      const [path, code] = problem.split(' ');
      await expect(refused).rejects.toMatchObject({ problems: [{ path, code }] });
      expect([await count(raw, 'attestation'), await ledger.subjectRights.find(HERE, 'Anna')]).toEqual([0, []]);
    }),
  );

  it('is on record once, and once more after it was withdrawn', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const partnership = await decided(bench);
      const { id } = await attest(ledger, partnership);
      await expect(attest(ledger, partnership)).rejects.toMatchObject({ code: 'already-exists' });
      await expect(withdraw(ledger, partnership, id, ' ')).rejects.toMatchObject({ problems: [{ path: '/reason' }] });
      expect(await withdraw(ledger, partnership, id)).toMatchObject({ withdrawnBecause: 'verkeerd stuk' });
      await expect(withdraw(ledger, partnership, id)).rejects.toMatchObject({ code: 'attestation-withdrawn' });
      await attest(ledger, partnership);
      expect((await ledger.attestations.of(HERE, partnership)).map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([
        false,
        true,
      ]);
      expect(await ledger.audit.page(HERE, { action: 'evidence.withdrawn' }, 9)).toMatchObject([
        { reason: 'verkeerd stuk', details: { id, sequence: 2 } },
      ]);
    }));

  it.each(['attestation', 'attestation_withdrawal'])('is never changed or removed afterwards: %s', (table) =>
    withLedger(async (bench) => {
      const { ledger, raw } = bench;
      const partnership = await decided(bench);
      await withdraw(ledger, partnership, (await attest(ledger, partnership)).id);
      for (const sql of [`UPDATE ${table} SET organisation_id = '${ELSEWHERE}'`, `DELETE FROM ${table}`])
        await expect(raw.rows(sql)).rejects.toMatchObject({ message: `${table} is append-only` });
    }),
  );

  it('is nothing for another organisation or partnership, and waits while a partnership is set apart', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const partnership = await decided(bench);
      const { id } = await attest(ledger, partnership);
      const other = (await walked(ledger)).partnership;
      const absent = [
        () => ledger.attestations.of(ELSEWHERE, partnership),
        () => ledger.attestations.unseen(HERE, NOBODY),
        () => attest(ledger, partnership, { organisation: ELSEWHERE }),
        () => withdraw(ledger, other, id),
      ];
      for (const ask of absent) await expect(ask()).rejects.toMatchObject({ code: 'not-found' });
      await ledger.writer.setApart(partnership, 'proef');
      await expect(attest(ledger, partnership, { seenBy: 'Bas' })).rejects.toMatchObject({
        code: 'partnership-quarantined',
      });
    }));
});

describe('somebody who saw evidence', () => {
  it('finds it among what is on record about them, and is erased in it as everywhere', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const partnership = await decided(bench);
      await attest(ledger, partnership);
      const [anna] = await ledger.subjectRights.find(HERE, ANNA);
      const id = anna?.id ?? '';
      expect((await ledger.subjectRights.access(HERE, id, ACTOR.id)).evidence).toEqual([
        { partnership, title: 'Schoonmaak', sequence: 2, kind: 'besluitenlijst', seenOn: '2026-03-01' },
      ]);
      await ledger.subjectRights.erase(HERE, id, { by: { ...ACTOR, roles: [] }, reason: 'verzoek', inPerson: true });
      expect(await ledger.subjects.shown(HERE, await ledger.attestations.of(HERE, partnership), 'nl')).toMatchObject([
        { seenBy: '[gewist]', kind: 'besluitenlijst' },
      ]);
    }));

  it('is kept as long as that partnership goes on, and erased when its term is over', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      const partnership = await decided(bench);
      await attest(ledger, partnership);
      const expired = async () => {
        const report = await ledger.retention.preview(HERE, 12);
        return (await ledger.subjects.shown(HERE, report.people, 'nl')).map(({ name }) => name);
      };
      time.now = '2030-03-02T09:00:00.000Z';
      expect(await expired()).not.toContain(ANNA);
      await ledger.writer.submit(step(partnership, 'beeindigen'));
      time.now = '2031-03-02T09:00:00.000Z';
      expect(await expired()).toContain(ANNA);
      await ledger.privacySettings.change(HERE, { eraseAfterMonths: 12, reason: 'proef', actorId: ACTOR.id });
      await attest(ledger, partnership, { kind: 'anders', note: 'nagekomen', seenOn: '2031-03-02' });
      await ledger.retention.run(HERE, ACTOR.id);
      expect(await expired()).toEqual([ANNA]);
      time.now = '2031-03-04T09:00:00.000Z';
      await ledger.retention.run(HERE, ACTOR.id);
      expect(await expired()).toEqual([]);
    }));
});
