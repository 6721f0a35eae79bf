import { open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import PostalMime, { type Address } from 'postal-mime';
import { idOfFile, isMailFile, momentOfFile } from './eml-name.js';

/** One mail of the folder, as the administration shows it. */
export interface OutboxMail {
  readonly file: string;
  readonly messageId: string;
  /** Moment in UTC at which it was written. */
  readonly at: string;
  /** Name and address; the name alone for who has no address. */
  readonly to: string;
  readonly subject: string;
  /** Plain text; the beginning, when `cut`. */
  readonly text: string;
  readonly cut: boolean;
}

/** Which part of the folder to read. */
export interface OutboxPage {
  /** Most mails, 1 to 200; 50 when absent. */
  readonly limit?: number;
  /** Only what sorts before this file: the last one of the previous page. */
  readonly before?: string;
}

/** Our own mails are some kilobytes; who puts a film in the folder does not get it read into memory. */
const longestMail = 256 * 1024;
const longestText = 20_000;
const mostMails = 200;

/** The mails of the folder, newest first. A folder that is not there is empty; what is no mail of ours is passed over. */
export async function readOutbox(folder: string, { limit = 50, before }: OutboxPage = {}): Promise<OutboxMail[]> {
  const names = (await namesIn(folder)).filter((file) => isMailFile(file) && (before === undefined || file < before));
  const page = names
    .sort()
    .reverse()
    .slice(0, Math.min(mostMails, Math.max(1, limit)));
  const mails: OutboxMail[] = [];
  for (const file of page) mails.push(...(await ifThere(async () => [await readMail(folder, file)])));
  return mails;
}

/** One mail of the folder; undefined when there is no such mail. @param file as {@link readOutbox} names it */
export async function readOutboxMail(folder: string, file: string): Promise<OutboxMail | undefined> {
  // Only a name: what leads to another folder is no mail of this one.
  if (!isMailFile(file) || basename(file) !== file || file.includes('\\') || file.includes('\0')) return undefined;
  const [mail] = await ifThere(async () => [await readMail(folder, file)]);
  return mail;
}

function namesIn(folder: string): Promise<string[]> {
  return ifThere(() => readdir(folder));
}

/** Nothing, when the folder or file is not there: somebody may be tidying up meanwhile. */
async function ifThere<T>(read: () => Promise<T[]>): Promise<T[]> {
  try {
    return await read();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw error;
  }
}

async function readMail(folder: string, file: string): Promise<OutboxMail> {
  const { bytes, cut } = await beginning(join(folder, file));
  const { to = [], subject = '', text = '' } = await PostalMime.parse(bytes);
  return {
    file,
    messageId: idOfFile(file) ?? '',
    at: momentOfFile(file),
    to: to.map(written).join(', '),
    subject,
    text: text.slice(0, longestText),
    cut: cut || text.length > longestText,
  };
}

async function beginning(path: string): Promise<{ bytes: Uint8Array; cut: boolean }> {
  const handle = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(longestMail), 0, longestMail, 0);
    return { bytes: buffer.subarray(0, bytesRead), cut: (await handle.stat()).size > bytesRead };
  } finally {
    await handle.close();
  }
}

function written({ name, address }: Address): string {
  return address ? `${name} <${address}>`.trim() : name;
}
