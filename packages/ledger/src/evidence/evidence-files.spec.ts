import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { attest, decided, withdraw } from '../testing/attesting.js';
import { ACTOR, step, walked } from '../testing/partnerships.js';
import { count, ELSEWHERE, HERE, NOBODY, withLedger, type Workbench } from '../testing/workbench.js';
import { MOST_FILE_BYTES } from './evidence-files.js';

const pdf = (size = 2000) => Buffer.concat([Buffer.from('%PDF-1.7 loonstrook van Anna'), randomBytes(size)]);

/** A partnership with somebody's word on its decision, ready for files. */
async function attested(bench: Workbench) {
  const partnership = await decided(bench);
  const { id } = await attest(bench.ledger, partnership);
  return { organisation: HERE, partnership, attestation: id, actorId: ACTOR.id };
}

const filesOf = async ({ ledger }: Workbench, partnership: string) =>
  (await ledger.attestations.of(HERE, partnership)).flatMap(({ files }) => files);

describe('a file of evidence', () => {
  it('is read back as it was given, unreadable in the database, and each reading is on record', () =>
    withLedger(async (bench) => {
      const { ledger, raw } = bench;
      const place = await attested(bench);
      const content = pdf();
      const { id } = await ledger.evidenceFiles.add(place, content);
      expect(await filesOf(bench, place.partnership)).toMatchObject([
        { id, type: 'application/pdf', bytes: content.length, removedAt: null },
      ]);
      expect(await ledger.evidenceFiles.read(place, id)).toEqual({ type: 'application/pdf', content });
      const [row] = await raw.rows('SELECT content FROM evidence_file');
      const stored = Buffer.from(String(row?.['content']).slice(3), 'base64url').toString('latin1');
      expect(stored).not.toContain('loonstrook');
      const acts = (await ledger.audit.page(HERE, {}, 2)).map(({ action, details }) => [action, details['file']]);
      expect(acts).toEqual([
        ['evidence.file-read', id],
        ['evidence.file-added', id],
      ]);
    }));

  it.each([
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1], 'image/png'],
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
  ])('may be %s, which its content says', (_, bytes, type) =>
    withLedger(async (bench) => {
      const place = await attested(bench);
      expect(await bench.ledger.evidenceFiles.add(place, Buffer.from(bytes))).toMatchObject({ type });
    }),
  );

  it.each([
    ['nothing', Buffer.alloc(0), 'kind'],
    ['a web page', Buffer.from('<html><script>1</script>'), 'kind'],
    ['a program', Buffer.from('MZ....'), 'kind'],
    ['an archive', Buffer.from('PK\u0003\u0004'), 'kind'],
    ['a page that says it is a PDF further on', Buffer.from('<html>%PDF-1.7'), 'kind'],
    ['a PDF that is too large', pdf(MOST_FILE_BYTES), 'size'],
  ])('is not %s', (_, content, reason) =>
    withLedger(async (bench) => {
      const { ledger, raw } = bench;
      const refused = ledger.evidenceFiles.add(await attested(bench), content);
      await expect(refused).rejects.toMatchObject({ code: 'evidence-file-refused', reason });
      expect(await count(raw, 'evidence_file')).toBe(0);
    }),
  );

  it('is one of ten at most; one that was removed does not count', () =>
    withLedger(async (bench) => {
      const { evidenceFiles } = bench.ledger;
      const place = await attested(bench);
      const [first] = await Promise.all(Array.from({ length: 10 }, () => evidenceFiles.add(place, pdf(10))));
      await expect(evidenceFiles.add(place, pdf(10))).rejects.toMatchObject({ reason: 'many' });
      await evidenceFiles.remove(place, first?.id ?? '', 'dubbel');
      await evidenceFiles.add(place, pdf(10));
    }));

  it('is gone with its key once it is removed, and what is left says why', () =>
    withLedger(async (bench) => {
      const { ledger, raw } = bench;
      const place = await attested(bench);
      const { id } = await ledger.evidenceFiles.add(place, pdf());
      const [{ content: backup } = {}] = await raw.rows('SELECT content FROM evidence_file');
      await expect(ledger.evidenceFiles.remove(place, id, ' ')).rejects.toMatchObject({
        problems: [{ path: '/reason' }],
      });
      expect(await ledger.evidenceFiles.remove(place, id, 'niet nodig')).toMatchObject({
        removedBecause: 'niet nodig',
      });
      for (const gone of [
        () => ledger.evidenceFiles.read(place, id),
        () => ledger.evidenceFiles.remove(place, id, 'nog eens'),
      ])
        await expect(gone()).rejects.toMatchObject({ code: 'evidence-file-gone' });
      expect(await raw.rows('SELECT content, removed_because FROM evidence_file')).toMatchObject([
        { content: null, removed_because: 'niet nodig' },
      ]);
      // Also somebody who has a backup of the row cannot read it any more.
      await raw.rows('UPDATE evidence_file SET content = ?', backup);
      await expect(ledger.evidenceFiles.read(place, id)).rejects.toMatchObject({ code: 'evidence-file-gone' });
    }));

  it('goes when the evidence is withdrawn, and none can be added after that', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const place = await attested(bench);
      const { id } = await ledger.evidenceFiles.add(place, pdf());
      expect((await withdraw(ledger, place.partnership, place.attestation)).files).toMatchObject([
        { id, removedBecause: 'verkeerd stuk' },
      ]);
      await expect(ledger.evidenceFiles.read(place, id)).rejects.toMatchObject({ code: 'evidence-file-gone' });
      await expect(ledger.evidenceFiles.add(place, pdf())).rejects.toMatchObject({ code: 'attestation-withdrawn' });
    }));

  it('goes when the term of the organisation is over, and not before', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      const place = await attested(bench);
      const { id } = await ledger.evidenceFiles.add(place, pdf());
      await ledger.writer.submit(step(place.partnership, 'beeindigen'));
      const goesOn = (await walked(ledger, ['principebesluitNemen'])).partnership;
      const other = await attest(ledger, goesOn, { seenBy: 'Bas' });
      await ledger.evidenceFiles.add({ ...place, partnership: goesOn, attestation: other.id }, pdf());
      await ledger.privacySettings.change(HERE, { eraseAfterMonths: 12, reason: 'proef', actorId: ACTOR.id });
      time.now = '2027-03-01T09:00:00.000Z';
      expect(await ledger.retention.run(HERE, ACTOR.id)).toMatchObject({ files: 0 });
      time.now = '2027-03-03T09:00:00.000Z';
      expect(await ledger.retention.preview(HERE)).toMatchObject({ files: 1 });
      await ledger.retention.look();
      expect(await filesOf(bench, place.partnership)).toMatchObject([
        { id, removedBecause: 'Bewaartermijn van 12 maanden voorbij' },
      ]);
      expect(await filesOf(bench, goesOn)).toMatchObject([{ removedAt: null }]);
      expect(await ledger.audit.verify(HERE)).toMatchObject({ intact: true });
    }));

  it('is nothing for who asks from elsewhere', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const place = await attested(bench);
      const { id } = await ledger.evidenceFiles.add(place, pdf());
      for (const ask of [
        () => ledger.evidenceFiles.read({ ...place, organisation: ELSEWHERE }, id),
        () => ledger.evidenceFiles.read({ ...place, attestation: NOBODY }, id),
        () => ledger.evidenceFiles.read(place, NOBODY),
        () => ledger.evidenceFiles.add({ ...place, partnership: NOBODY }, pdf()),
        () => ledger.evidenceFiles.remove({ ...place, organisation: ELSEWHERE }, id, 'x'),
      ])
        await expect(ask()).rejects.toMatchObject({ code: 'not-found' });
    }));
});
