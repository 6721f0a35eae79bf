import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { emlChannel } from '@samenwerkt/reminders';
import { CONTRACT } from '../support/client.js';
import { ACTOR, HERE, inProcess, openOffice, type Office } from '../support/dispatching.js';

const LIFECYCLE = 'stappenplan-2019';
const TO_MONITORING = [
  'principebesluitNemen',
  'voorbereidingAfronden',
  'opdrachtnemerKiezen',
  'bereidheidVastleggen',
  'actieplanVaststellen',
  'eersteBaanRealiseren',
  'borgingVaststellen',
];

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  const coordinator = { name: 'coordinator', email: 'rol@gemeente.example', language: 'nl' } as const;
  await office.ledger.addresses.put(HERE, coordinator, 'lokaal');
});
afterEach(() => office.dispose());

const folder = () => join(office.folder, 'outbox');

/** A partnership under basis, monitored since 2 March 2026. */
async function monitored(): Promise<string> {
  const contract = { ...CONTRACT, soort: 'dienst' } as const;
  const common = { organisation: HERE, actor: ACTOR };
  const { partnership } = await office.ledger.writer.start({
    ...common,
    lifecycle: LIFECYCLE,
    pack: 'basis',
    contract,
  });
  for (const event of TO_MONITORING) await fire(partnership, event);
  return partnership;
}

/** Waits for the reminder of its conversation, and sends that with whatever else is due. @returns the day on which that is */
async function reminded(partnership: string): Promise<string> {
  const { items } = await office.ledger.reminders.page(HERE, { partnership, kind: 'gesprek' }, 1);
  office.time.now = String(items[0]?.dueAt);
  await sendAll();
  return office.time.now.slice(0, 'yyyy-mm-dd'.length);
}

function fire(partnership: string, event: string) {
  const data = sampleData(LIFECYCLE, event);
  return office.ledger.writer.submit({ organisation: HERE, actor: ACTOR, partnership, event, data });
}

/** Sends everything that is due, as often as it is asked to. */
async function sendAll(times = 1): Promise<void> {
  const queue = inProcess(office);
  const dispatcher = office.worker(queue, [
    emlChannel({ folder: folder(), from: 'a@gemeente.example' }, () => office.time.now),
  ]);
  for (let time = 0; time < times; time++) {
    for (const { id } of await office.ledger.dispatch.queueUntil(office.time.now)) await dispatcher.deliver(id);
  }
  await queue.close();
}

interface Agenda {
  /** As the header of the part has it, and as the file has it. */
  readonly method: readonly (string | undefined)[];
  readonly uid: string | undefined;
  readonly sequence: number;
  readonly status: string | undefined;
}

/** The entry for the agenda in a file of mail, as a mail program finds it. */
function agendaIn(mail: string): Agenda | undefined {
  const part = /text\/calendar; charset=utf-8;\s+method=(\w+)[^]*?\n\r?\n([\w+/=\r\n]+)/.exec(mail);
  if (!part) return undefined;
  const content = Buffer.from(String(part[2]), 'base64').toString().replaceAll('\r\n ', '');
  const value = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(content)?.[1]?.trim();
  return {
    method: [part[1], value('METHOD')],
    uid: value('UID'),
    sequence: Number(value('SEQUENCE')),
    status: value('STATUS'),
  };
}

/** Those about conversations, in the order in which they went out. */
function agendas(): Agenda[] {
  const mails = readdirSync(folder()).sort();
  const found = mails.map((file) => agendaIn(readFileSync(join(folder(), file), 'utf8')));
  return found.filter((agenda) => agenda !== undefined).filter(({ uid }) => uid?.includes('-gesprek-'));
}

describe('a conversation that was mailed', () => {
  it('is taken out of agendas, put back and taken out for good: one entry, ever higher numbers, each of them once', async () => {
    const partnership = await monitored();
    const day = await reminded(partnership);
    const versions: number[] = [];
    for (const event of ['opschorten', 'hervatten', 'beeindigen']) {
      versions.push((await fire(partnership, event)).version);
      office.time.now = `${day}T1${versions.length}:00:00.000Z`;
      await sendAll(2);
    }
    const all = agendas();
    expect(all.map(({ method }) => method)).toEqual([
      ['PUBLISH', 'PUBLISH'],
      ['CANCEL', 'CANCEL'],
      ['PUBLISH', 'PUBLISH'],
      ['CANCEL', 'CANCEL'],
    ]);
    expect(all.map(({ status }) => status)).toEqual(['CONFIRMED', 'CANCELLED', 'CONFIRMED', 'CANCELLED']);
    expect(all.map(({ sequence }) => sequence)).toEqual([0, ...versions]);
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(1);
  });

  it('is followed by nothing once the partnership has ended, but by the notices of that end', async () => {
    const partnership = await monitored();
    const day = await reminded(partnership);
    const before = new Set(readdirSync(folder()));
    office.time.now = `${day}T12:00:00.000Z`;
    const { at, version } = await fire(partnership, 'beeindigen');
    for (const now of [at, '2028-06-01T09:00:00.000Z', '2040-06-01T09:00:00.000Z']) {
      office.time.now = now;
      await sendAll();
    }
    const after = readdirSync(folder()).filter((file) => !before.has(file));
    const { items } = await office.ledger.reminders.page(HERE, { partnership }, 1000);
    const since = items.filter(({ sentAt }) => sentAt !== null && sentAt >= at);
    expect(after).toHaveLength(since.length);
    expect(since.map(({ setBy }) => setBy)).toEqual(since.map(() => version));
    expect(new Set(since.map(({ kind, purpose }) => (purpose === 'calledOff' ? purpose : kind)))).toEqual(
      new Set(['calledOff', 'partnerschapBeeindigd']),
    );
  });
});
