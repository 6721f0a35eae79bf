import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { fire, get } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { startMonitored } from '../support/monitored.js';

const NOBODY = '01900000-0000-7000-8000-0000000000ff';
const TODAY = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
const conversation = { ...sampleData('stappenplan-2019', 'gesprekVastleggen'), datum: TODAY };

const place = temporaryFolder();
let host: RunningHost;
let partnership: string;
let before: string;

beforeAll(async () => {
  host = await startHost(place.folder);
  partnership = await startMonitored(host, 'GSP-1');
  before = String((await checkIns()).next.dueOn);
  await talk({ verslag: 'Kennisgemaakt' });
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

interface CheckIns {
  readonly next: { readonly dueOn: string; readonly title: string };
  readonly openAgreements: readonly { readonly id: string }[];
  readonly items: readonly { readonly verslag: string; readonly periode: string | null }[];
  readonly nextCursor: number | null;
}

async function checkIns(query = '', headers = {}): Promise<CheckIns> {
  return (await get(host, `/partnerships/${partnership}/check-ins${query}`, headers)).body as unknown as CheckIns;
}

const talk = (instead: object) => fire(host, partnership, 'gesprekVastleggen', { ...conversation, ...instead });

/** The only mail about a reminder that was sent to its folder of mail, once it is there. */
async function mailOf(id: string): Promise<string> {
  for (;;) {
    const { body } = await get(host, '/outbox');
    const mails = body.items as unknown as { id: string; messageId: string }[];
    const found = mails.find(({ messageId }) => messageId.includes(id));
    if (found) {
      const { status, body: mail } = await get(host, `/outbox/${found.id}`);
      expect([status, mail]).toMatchObject([200, { text: expect.any(String) }]);
      return String(mail.text);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

it('a preview is the message that was sent, to the letter', async () => {
  await fire(host, partnership, 'coordinatorOverdragen', sampleData('stappenplan-2019', 'coordinatorOverdragen'));
  const { body } = await get(host, `/reminders?partnership=${partnership}&kind=coordinatorOvergedragen`);
  const [first] = body.items as unknown as { id: string }[];
  const sent = await mailOf(first?.id ?? '');
  const preview = await get(host, `/reminders/${first?.id}/preview`);
  expect(preview.body.text).toBe(sent.replace(/\n$/, '')); // a mail ends its last line
}, 60_000);

describe('the conversations of a partnership', () => {
  it('plan the next once one is recorded, and keep its agreements open until they are settled', async () => {
    const after = await checkIns();
    expect(after.next.dueOn > before).toBe(true);
    expect(after.openAgreements).toMatchObject([{ id: '1.1', eigenaar: 'Relatiemanager opdrachtnemer' }]);
    expect(after.items).toMatchObject([{ verslag: 'Kennisgemaakt', periode: TODAY, datum: TODAY }]);
    const wrong = await talk({ afgedaan: [{ afspraak: '7.7', uitkomst: 'gedaan' }] });
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.body)).toContain('/afgedaan/0/afspraak');
    expect((await talk({ afspraken: [], afgedaan: [{ afspraak: '1.1', uitkomst: 'gedaan' }] })).status).toBe(200);
    const settled = await checkIns();
    expect(settled.openAgreements).toEqual([]);
    expect(settled.next.dueOn).toBe(after.next.dueOn);
  });

  it('come newest first, a page at a time, and say in the language that is asked when the next is', async () => {
    const first = await checkIns('?limit=1');
    expect(first.items).toHaveLength(1);
    const second = await checkIns(`?limit=1&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ items: [{ verslag: 'Kennisgemaakt' }], nextCursor: null });
    expect((await checkIns('', { 'accept-language': 'en' })).next.title).toBe('Conversation about the realisation');
    expect((await get(host, `/partnerships/${partnership}/check-ins?cursor=x`)).status).toBe(400);
  });

  it('have an agenda, by hand and over the wire', async () => {
    const { body } = await get(host, `/partnerships/${partnership}/check-ins/agenda`, { 'accept-language': 'en' });
    const items = body.items as unknown as { kind: string; title: string }[];
    expect(items.slice(-3).map(({ kind }) => kind)).toEqual(['vast', 'vast', 'vast']);
    expect(items.at(-1)?.title).toBe('What do we learn, and what can be better?');
    const told = await samenwerkt(place.folder, 'agenda', 'GSP-1');
    expect(told.out).toContain('Wat leren we, en wat kan beter?');
  });

  it('are not there for a partnership that is not there', async () => {
    for (const path of ['check-ins', 'check-ins/agenda'])
      expect((await get(host, `/partnerships/${NOBODY}/${path}`)).status).toBe(404);
  });
});
