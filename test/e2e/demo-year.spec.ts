import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerLocation, LOCAL_ORGANISATION, openLedger, type Ledger, type ReminderLine } from '@samenwerkt/ledger';
import { startRedis, type Service } from '@samenwerkt/services';
import { samenwerkt } from '../support/command-line.js';
import { temporaryFolder } from '../support/host.js';

const HERE = LOCAL_ORGANISATION.id;
const QUARTERS = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'];
/** Of one that was suspended in the second. */
const WITHOUT_SECOND = ['2026-03-31', '2026-09-30', '2026-12-31'];
/** Last working days of April to December. */
const MONTHS = [
  ...['2026-04-30', '2026-05-29', '2026-06-30', '2026-07-31', '2026-08-31'],
  ...['2026-09-30', '2026-10-30', '2026-11-30', '2026-12-31'],
];

/** Of each partnership the days by which a conversation is asked: one held late leaves the next quarter its own. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'MWD-2024-001': QUARTERS,
  'MWD-2024-003': QUARTERS,
  'MWD-2024-004': QUARTERS,
  'MWD-2024-005': QUARTERS,
  'MWD-2024-006': QUARTERS,
  'MWD-2024-007': WITHOUT_SECOND,
  'MWD-2024-008': QUARTERS,
  'MWD-2024-010': QUARTERS,
  'MWD-2024-011': ['2026-03-31', ...MONTHS],
  'MWD-2024-015': QUARTERS,
  'MWD-2025-004': QUARTERS.slice(0, 2),
  'MWD-2025-010': QUARTERS,
};

const NUMBERS = {
  ...{ from: '2026-01-01', until: '2026-12-31', brokenOff: false, partnerships: 12 },
  ...{ planned: 220, sent: 71, escalated: 8, held: 51, replanned: 2, cancelled: 105, superseded: 0, waiting: 44 },
  ...{ failures: 0, duplicates: 0, early: 0, mails: 71, events: 153, broken: 0 },
};

const place = temporaryFolder();
const folderOf = (queue: string) => join(place.folder, queue);
let redis: Service;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  await redis.stop();
  place.dispose();
});

const demo = (...args: string[]) => samenwerkt(place.folder, 'demo', '--speed', ...args);

/** Looks into the administration that a year left behind. */
async function lookInto<T>(folder: string, look: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger(ledgerLocation(folder, {}));
  try {
    return await look(ledger);
  } finally {
    await ledger.close();
  }
}

/** All conversations that went out, by the reference of the contract. */
async function conversations(ledger: Ledger): Promise<Map<string, ReminderLine[]>> {
  const found = new Map<string, ReminderLine[]>();
  for (const kenmerk of Object.keys(ASKED)) {
    const partnership = await ledger.partnerships.idOf(HERE, kenmerk);
    const { items } = await ledger.reminders.page(HERE, { partnership, kind: 'gesprek', state: 'sent' }, 1000);
    found.set(kenmerk, [...items]);
  }
  return found;
}

/** What Redis says of how many keys it has. */
function keysIn(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write('DBSIZE\r\n'));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().trim());
    });
    socket.once('error', reject);
  });
}

const dueDays = (lines: readonly ReminderLine[], step: number) =>
  lines.filter((line) => line.step === step).map(({ dueOn }) => dueOn);

describe.each([
  ['in this process', 'in-process', () => []],
  ['in Redis', 'redis', () => ['--redis', redis.url]],
] as const)('a year under a fast clock, with the queue %s', (_name, queue, where) => {
  it('gives the same numbers every time', () => {
    const { code, out, err } = demo('20000', '--keep', folderOf(queue), '--json', ...where());
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({ ...NUMBERS, queue, folder: folderOf(queue) });
  });

  it('leaves a ledger in which every conversation of the year was asked once, and not before its day', () =>
    lookInto(folderOf(queue), async (ledger) => {
      for (const [kenmerk, lines] of await conversations(ledger)) {
        expect([kenmerk, dueDays(lines, 0)]).toEqual([kenmerk, ASKED[kenmerk]]);
        for (const { sentAt, dueAt } of lines) {
          expect(String(sentAt) >= dueAt).toBe(true);
          expect(String(sentAt).slice(0, 10)).toBe(dueAt.slice(0, 10));
        }
      }
    }));

  it('has told the back-up of what was late, and the contract manager of what was very late', () =>
    lookInto(folderOf(queue), async (ledger) => {
      const all = await conversations(ledger);
      const told = (step: number) =>
        [...all].filter(([, lines]) => dueDays(lines, step).length > 0).map(([name]) => name);
      expect(told(1)).toEqual(['MWD-2024-004', 'MWD-2024-006', 'MWD-2024-008']);
      expect(told(2)).toEqual(['MWD-2024-006']);
    }));

  it('leaves one file of mail for everything that was sent', () => {
    const files = readdirSync(join(folderOf(queue), 'outbox'));
    expect(files).toHaveLength(NUMBERS.mails);
    const mails = files.map((file) => readFileSync(join(folderOf(queue), 'outbox', file), 'utf8'));
    expect(mails.filter((mail) => mail.includes('coordinator.groen.noord@merwedam.example'))).not.toEqual([]);
  });

  it('leaves an administration that the command line reads on', () => {
    const { code, out } = samenwerkt(folderOf(queue), 'reminders', 'list', '--partnership', 'MWD-2024-006');
    expect([code, out.includes('contractmanager')]).toEqual([0, true]);
  });
});

describe('samenwerkt demo --speed', () => {
  it('tells as it goes what is sent, escalated, held, planned and moved', () => {
    const { code, out } = demo('20000', '--until', '2026-04-30', '--keep', folderOf('lente'));
    expect(code).toBe(0);
    expect(out).toContain('\n17 maart 2026\n  MWD-2024-001  verstuurd   aan Coördinator Schoonmaak');
    expect(out).toContain('verplaatst einde contract in zicht van 30 april 2026 naar 30 april 2027');
    expect(out).toContain('MWD-2024-006  geëscaleerd aan Coördinator Groen Noord (back-up van de coördinator)');
    expect(out).toContain('MWD-2024-006  gehouden   gesprek, door Coördinator Groen Zuid');
    expect(out).toContain('MWD-2024-007  opgeschort');
    expect(out).toContain('alle ketens sluiten');
  });

  it('leaves nothing in Redis', async () => {
    expect(demo('20000', '--until', '2026-03-20', '--keep', folderOf('kort'), '--redis', redis.url).code).toBe(0);
    expect(await keysIn(redis.url)).toBe(':0');
  });

  it.each([
    [['5', '--redis', 'redis://127.0.0.1:1'], 'Redis antwoordt niet. Start er een'],
    [['snel'], '--speed snel: geef het aantal dagen per seconde'],
    [['5', '--from', '2026-02-30'], '--from 2026-02-30: geef een datum'],
    [['5', '--until', '2025-12-31'], '--until 2025-12-31: geef een datum'],
  ])('says of %j what to do', (args, words) => {
    const { code, out, err } = demo(...args);
    expect([code, out, err.includes(words)]).toEqual([1, '', true]);
  });

  it('leaves a folder alone in which there is something already', () => {
    writeFileSync(join(place.folder, 'eigen.txt'), 'van mij');
    const { code, err } = demo('5', '--keep', place.folder);
    expect([code, err]).toEqual([1, expect.stringContaining('Noem een map die leeg is')]);
    expect(readdirSync(place.folder)).not.toContain('samenwerkt.sqlite');
  });
});
