import { mkdtemp, readdir, readFile, rm, stat, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import { compose } from '../message/compose.js';
import { conversation, facts } from '../testing/facts.js';
import { failureOf } from '../testing/failure.js';
import { emlChannel } from './eml.js';
import { readOutbox, readOutboxMail } from './outbox.js';

const from = 'Social return <noreply@gemeente.example>';
const { signal } = new AbortController();
const message = compose(conversation);
const numbered = (n: number) => compose(facts({ messageId: `<${n}@samenwerkt.example>` }));
const second = (n: number) => `2026-09-16T07:00:0${n}.000Z`;

let data: string;
let folder: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'outbox-'));
  folder = join(data, 'outbox');
});
afterEach(() => rm(data, { recursive: true }));

/** A channel whose clock goes on by a second at every look. */
function channel() {
  let n = 0;
  return emlChannel({ folder, from }, () => second(n++));
}

describe('mail as files', () => {
  it('writes one file a message, whole, with nothing beside it', async () => {
    const delivered = await channel().send(message, { signal });
    const file = '20260916T070000000Z_01998f2a-0000-7000-8000-000000000001.0@samenwerkt.example.eml';
    expect(delivered).toEqual({ at: second(0), reference: file });
    expect(await readdir(folder)).toEqual([file]);
  });

  it('writes mail that a mail program can read, for its owner only', async () => {
    const { reference = '' } = await channel().send(message, { signal });
    const bytes = await readFile(join(folder, reference));
    expect(bytes.toString()).not.toMatch(/[^\r]\n/);
    const read = await PostalMime.parse(bytes);
    expect(read).toMatchObject({ messageId: message.messageId, subject: message.subject, date: second(0) });
    expect(read.text?.trimEnd()).toBe(message.text.trimEnd());
    expect(read.attachments).toHaveLength(1);
    expect((await stat(join(folder, reference))).mode & 0o077).toBe(0);
  });

  it('makes no second file for the same message, and says when the first was written', async () => {
    const outbox = channel();
    const first = await outbox.send(message, { signal });
    expect(await outbox.send(message, { signal })).toEqual(first);
    expect(await channel().send(message, { signal })).toEqual(first);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('makes no second file either when the same message is sent twice at once', async () => {
    const outbox = channel();
    await Promise.all([outbox.send(message, { signal }), outbox.send(message, { signal })]);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('names files so that they sort by moment', async () => {
    const outbox = channel();
    for (const n of [9, 1, 5]) await outbox.send(numbered(n), { signal });
    expect((await readdir(folder)).sort().map((file) => file.replace(/.*_/, ''))).toEqual([
      '9@samenwerkt.example.eml',
      '1@samenwerkt.example.eml',
      '5@samenwerkt.example.eml',
    ]);
  });

  it('stays in its folder, whatever the message id', async () => {
    const id = "<../..%2F/'*|?~{}`^@a.b>";
    const { reference = '' } = await channel().send(compose(facts({ messageId: id })), { signal });
    expect(await readdir(folder)).toEqual([reference]);
    expect(await readdir(data)).toEqual(['outbox']);
    expect(await readOutbox(folder)).toMatchObject([{ messageId: id }]);
  });

  it('shows who should have been told when there is no address', async () => {
    const { role, language } = conversation.recipient;
    const recipient = { name: 'Zoë "Z" de Vries, <inkoop>', role, language };
    await channel().send(compose(facts({ recipient })), { signal });
    expect(await readOutbox(folder)).toMatchObject([{ to: "Zoë 'Z' de Vries, <inkoop>" }]);
  });

  it('is tried again when the folder cannot be written', async () => {
    await writeFile(folder, 'a file where the folder should be');
    const outbox = channel();
    expect(await failureOf(outbox.send(message, { signal }))).toMatchObject({
      kind: 'temporary',
      code: 'outbox-not-writable',
    });
    await rm(folder);
    await outbox.send(message, { signal });
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('writes nothing once it is told to stop', async () => {
    const failure = await failureOf(channel().send(message, { signal: AbortSignal.abort() }));
    expect(failure).toMatchObject({ kind: 'temporary', code: 'aborted' });
    expect(await readdir(data)).toEqual([]);
  });

  it('carries on after a crash that left half a file', async () => {
    await mkdir(folder);
    await writeFile(join(folder, '.01998f2a-0000-7000-8000-000000000001.0@samenwerkt.example.part'), 'From: hal');
    expect(await readOutbox(folder)).toEqual([]);
    const { reference } = await channel().send(message, { signal });
    expect(await readdir(folder)).toEqual([reference]);
  });
});

describe('the folder of mail', () => {
  it('is read newest first, a page at a time', async () => {
    const outbox = channel();
    for (const n of [1, 2, 3]) await outbox.send(numbered(n), { signal });
    const [newest, next] = await readOutbox(folder, { limit: 2 });
    expect(newest).toMatchObject({
      messageId: '<3@samenwerkt.example>',
      at: second(2),
      to: 'Anneke de Vries <a.devries@gemeente.example>',
      subject: message.subject,
      cut: false,
    });
    expect(newest?.text.trimEnd()).toBe(message.text.trimEnd());
    expect((await readOutbox(folder, { before: next?.file })).map(({ messageId }) => messageId)).toEqual([
      '<1@samenwerkt.example>',
    ]);
  });

  it('is empty when it is not there', async () => {
    expect(await readOutbox(folder)).toEqual([]);
  });

  it('shows the beginning of what is too long, and passes over what is no mail', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'film.mkv'), 'x');
    await writeFile(
      join(folder, '20260916T070000000Z_groot@x.eml'),
      `Subject: Groot\r\n\r\n${'woord '.repeat(100_000)}`,
    );
    const mails = await readOutbox(folder);
    expect(mails).toMatchObject([{ subject: 'Groot', cut: true }]);
    expect(mails[0]?.text.length).toBe(20_000);
  });

  it('is read one by one, and never from another folder', async () => {
    const { reference = '' } = await channel().send(message, { signal });
    expect(await readOutboxMail(folder, reference)).toMatchObject({ file: reference, subject: message.subject });
    const beside = join(data, 'geheim.eml');
    await writeFile(beside, 'Subject: geheim\r\n\r\ngeheim');
    await mkdir(join(folder, '20260916T070000000Z_x'));
    for (const file of ['20260916T070000000Z_x/../../geheim.eml', '../geheim.eml', `${reference}\0.eml`, 'anders.eml'])
      expect(await readOutboxMail(folder, file)).toBeUndefined();
    expect(await readOutboxMail(folder, '20260916T070000000Z_weg@x.eml')).toBeUndefined();
  });
});
