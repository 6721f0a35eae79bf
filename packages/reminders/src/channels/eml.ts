import { mkdir, open, readdir, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { type Mail } from '../message/message.js';
import { type Channel, type Clock, type Delivered } from './channel.js';
import { DeliveryFailed } from './delivery-failed.js';
import { mailOf } from './mail.js';
import { fileNameOf, idOfFile, momentOfFile, partNameOf } from './eml-name.js';
import { mailFrom } from './settings.js';

/** Where mail is put, and what it says of its sender. */
export interface EmlSettings {
  /** `DATA_DIR/outbox`; made when it is not there. */
  readonly folder: string;
  /** MAIL_FROM: `Social return <noreply@gemeente.nl>`. */
  readonly from: string;
}

/**
 * Mail as files in a folder, for who has no mail server or fetches mail with something else: one `.eml` (RFC 5322) a
 * message. A file is whole or not there, and on disk before it counts as delivered. A message id that has a file
 * already gets no second one. One process writes; two would need a claim on the message, which the ledger keeps.
 * @throws ChannelMisconfigured
 */
export function emlChannel({ folder, from }: EmlSettings, now: Clock): Channel<Mail> {
  const sender = mailFrom(from);
  let last: Promise<unknown> = Promise.resolve();
  return {
    name: 'eml',
    send: (message, { signal }) => {
      // One after the other: looking whether there is a file and making one are two steps.
      const sent = last.then(() => deliver(folder, sender, message, now, signal));
      last = sent.catch(() => undefined);
      return sent;
    },
  };
}

async function deliver(
  folder: string,
  from: string,
  message: Mail,
  now: Clock,
  signal: AbortSignal,
): Promise<Delivered> {
  if (signal.aborted) throw new DeliveryFailed('aborted');
  try {
    await mkdir(folder, { recursive: true });
    const there = (await readdir(folder)).find((file) => idOfFile(file) === message.messageId);
    if (there !== undefined) return { at: momentOfFile(there), reference: there };
    const at = now();
    const file = fileNameOf(at, message.messageId);
    const bytes = await rfc5322(message, from, at);
    await writeWhole(folder, partNameOf(message.messageId), file, bytes);
    return { at, reference: file };
  } catch (error) {
    throw new DeliveryFailed('outbox-not-writable', { answer: (error as Error).message, cause: error });
  }
}

async function rfc5322(message: Mail, from: string, at: string): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message: bytes } = await transport.sendMail(mailOf(message, from, at));
  return bytes as Buffer;
}

/** Written beside it, flushed, put in place in one step, and the folder flushed: a power cut leaves no half a mail. */
async function writeWhole(folder: string, part: string, file: string, bytes: Buffer): Promise<void> {
  const beside = join(folder, part);
  await using(await open(beside, 'w', 0o600), async (handle) => {
    await handle.writeFile(bytes);
    await handle.sync();
  });
  await rename(beside, join(folder, file));
  await using(await open(folder, 'r'), (handle) => handle.sync());
}

async function using(handle: FileHandle, work: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work(handle);
  } finally {
    await handle.close();
  }
}
