import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { get, patch, post } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { tamper } from '../support/database.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { startMonitored } from '../support/monitored.js';

const NOBODY = '01900000-0000-7000-8000-0000000000ff';
const ELSEWHERE = '01900000-0000-7000-8000-0000000000ee';
const ENGLISH = { 'accept-language': 'en' };

interface Line {
  readonly id: string;
  readonly kind: string;
  readonly dueAt: string;
  readonly state: { readonly id: string };
}

const place = temporaryFolder();
let host: RunningHost;
let partnership: string;

beforeAll(async () => {
  host = await startHost(place.folder);
  partnership = await startMonitored(host, 'GRN-7');
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

async function list(query = ''): Promise<Line[]> {
  return (await get(host, `/reminders?partnership=${partnership}${query}`)).body.items as unknown as Line[];
}

/** A reminder of this kind that is still to go out, far enough away for nobody to send it meanwhile. */
async function waiting(kind: string): Promise<Line> {
  const [found] = await list(`&kind=${kind}&state=planned`);
  if (!found) throw new Error(`no ${kind} is planned`);
  return found;
}

describe('the list of reminders', () => {
  it('shows what goes out when, to whom and about which partnership, and finds it by each condition', async () => {
    const [gesprek] = await list('&kind=gesprek&state=planned');
    expect(gesprek).toMatchObject({
      kind: 'gesprek',
      step: 0,
      state: { id: 'planned', title: 'gepland' },
      recipient: { id: 'coordinator', title: 'coördinator social return' },
      partnership: { id: partnership, title: 'Groenonderhoud Zuid' },
      sentAt: null,
    });
    const { dueAt = '' } = gesprek ?? {};
    const ids = async (query: string) => (await list(query)).map(({ id }) => id);
    expect(await ids(`&from=${dueAt}`)).toContain(gesprek?.id);
    expect(await ids(`&before=${dueAt}`)).not.toContain(gesprek?.id);
    expect(await ids('&from=2090-01-01&kind=gesprek')).toEqual([]);
    for (const q of ['grn-7', 'ZUID', 'coordinator']) expect(await ids(`&q=${q}`)).toContain(gesprek?.id);
    expect(await ids('&q=noord')).toEqual([]);
  });

  it('comes page by page, earliest first, every reminder once', async () => {
    const all = await list('&limit=100');
    const seen: Line[] = [];
    for (let cursor = ''; ;) {
      const { body } = await get(host, `/reminders?partnership=${partnership}&limit=1${cursor}`);
      seen.push(...(body.items as unknown as Line[]));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${String(body.nextCursor)}`;
    }
    expect(seen).toEqual(all);
    expect(all.map(({ dueAt }) => dueAt)).toEqual(all.map(({ dueAt }) => dueAt).sort());
  });

  it.each([
    ['state=weg', '/state'],
    ['from=morgen', '/from'],
    ['before=2026-02-30', '/before'],
    ['cursor=x', '/cursor'],
    ['limit=0', '/limit'],
    ['soort=gesprek', '/soort'],
  ])('refuses %s and names the field', async (query, path) => {
    const { status, body } = await get(host, `/reminders?${query}`);
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ path })]]);
  });
});

describe('one reminder', () => {
  it('says why it exists: event, entry of the cadence, parameter with value and source, and pack', async () => {
    const { id } = await waiting('gesprek');
    const { body } = await get(host, `/reminders/${id}`);
    expect(body.why).toMatchObject({
      event: { id: 'borgingVaststellen', sequence: 8 },
      cadence: { id: 'gesprek', title: 'Gesprek over de realisatie' },
      parameters: [
        { name: 'gespreksfrequentieMaanden', value: 3, unit: 'maanden', source: { page: expect.anything() } },
      ],
      missing: ['parameter.herinnering.dagenVooraf', 'parameter.herinnering.dagenTotEscalatie'],
      pack: { name: 'basis' },
    });
    expect(body.why?.text).toMatch(/^Regelpakket basis \d.+ vraagt "Gesprek over de realisatie".+uiterlijk/);
    const english = await get(host, `/reminders/${id}`, ENGLISH);
    expect(english.body.why?.text).toMatch(/^Rule pack basis \d.+ asks for "Conversation about the realisation"/);
  });

  it('shows the message as it would go out, for the one who has the role today', async () => {
    const { id } = await waiting('gesprek');
    const { body } = await get(host, `/reminders/${id}/preview`);
    expect(body.subject).toMatch(/Groenonderhoud Zuid/);
    expect(body.to).toBe((await get(host, `/partnerships/${partnership}`)).body.coordinator);
    for (const part of [body.text, body.html]) expect(part).toContain('GRN-7');
    expect(body.text).toContain(`/partnerschappen/${partnership}`);
    expect(body.text).toContain('Op de agenda');
    expect(body.text).toContain('Hoe staat het met de banen en de verloonde uren?');
  });

  it('is not there for another organisation, nor when nobody has it', async () => {
    await tamper(
      place.folder,
      `INSERT INTO organisation (id, name, created_at) VALUES (?, 'Elders', '2026-01-01')`,
      ELSEWHERE,
    );
    await tamper(
      place.folder,
      `INSERT INTO reminder (id, organisation_id, partnership_id, kind, occurrence, step, recipient, due_on, due_at, state,
         next_try_at, set_by, created_at, updated_at, search, why)
       VALUES (?, ?, ?, 'gesprek', 'elders', 0, 'coordinator', '2090-01-01', '2090-01-01T08:00:00.000Z', 'planned',
         '2090-01-01T08:00:00.000Z', 1, '2026-01-01', '2026-01-01', 'elders', '{}')`,
      ...[ELSEWHERE, ELSEWHERE, partnership],
    );
    const reason = { reason: 'Afgesproken' };
    for (const id of [ELSEWHERE, NOBODY]) {
      const answers = [
        await get(host, `/reminders/${id}`),
        await get(host, `/reminders/${id}/preview`),
        await post(host, `/reminders/${id}/retries`, reason),
        await post(host, `/reminders/${id}/cancellations`, reason),
        await patch(host, `/reminders/${id}`, { ...reason, date: '2090-02-01' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    }
    expect((await list('&limit=100')).map(({ id }) => id)).not.toContain(ELSEWHERE);
    const many = await post(host, '/reminder-acts', { ...reason, act: 'skip', ids: [ELSEWHERE] });
    expect(many.body).toMatchObject({ done: 0, refused: [{ id: ELSEWHERE, code: 'not-found' }] });
    expect((await get(host, `/partnerships/${NOBODY}/reminders`)).status).toBe(404);
  });
});

describe('an administrator', () => {
  it('reschedules, skips and retries with a reason, which stays on record with the reminder and the partnership', async () => {
    const { id, dueAt } = await waiting('rapportage');
    const at = `/reminders/${id}`;
    const moved = await patch(host, at, { date: '2090-07-03', time: '14:30', reason: 'Vakantie' });
    expect(moved.body).toMatchObject({ state: { id: 'planned' }, dueAt: '2090-07-03T12:30:00.000Z' });
    const skipped = await post(host, `${at}/cancellations`, { reason: 'Al besproken' });
    expect(skipped.body).toMatchObject({
      state: { id: 'skipped' },
      nextTryAt: null,
      possible: ['retry', 'reschedule'],
    });
    const again = await post(host, `${at}/retries`, { reason: 'Toch niet besproken' });
    expect(again.body.state).toMatchObject({ id: 'planned' });
    const acts = [
      { act: 'reschedule', reason: 'Vakantie', was: { state: 'planned', dueAt } },
      { act: 'skip', reason: 'Al besproken', was: { state: 'planned', dueAt: '2090-07-03T12:30:00.000Z' } },
      { act: 'retry', reason: 'Toch niet besproken', was: { state: 'skipped' } },
    ];
    expect(again.body.acts).toMatchObject(
      acts.map((act) => ({
        ...act,
        ...{ actor: host.member.id, actorName: expect.stringMatching(/^Lid /) },
      })),
    );
    const all = (await get(host, `/partnerships/${partnership}/reminders?limit=100`)).body.items;
    expect((all as unknown as Line[]).find((line) => line.id === id)).toMatchObject({ acts });
  });

  it('cannot retry what has not failed, and is told where it stands', async () => {
    const { id } = await waiting('gesprek');
    const { status, body } = await post(host, `/reminders/${id}/retries`, { reason: 'Ongeduld' });
    expect([status, body.type]).toEqual([409, 'urn:samenwerkt:problem:reminder-not-open']);
    expect(body.detail).toContain('is gepland; opnieuw proberen kan dan niet');
  });

  it.each([
    ['no reason', {}, 400, 'reason'],
    ['an empty reason', { reason: ' ' }, 422, '/reason'],
    ['a reason that is too long', { reason: 'x'.repeat(1001) }, 422, '/reason'],
    ['a reason with a BSN', { reason: 'gaat over 111222333' }, 422, '/reason'],
  ])('is refused with %s, and nothing changes', async (_name, body, status, path) => {
    const { id } = await waiting('gesprek');
    const before = (await get(host, `/reminders/${id}`)).body;
    const refused = await post(host, `/reminders/${id}/cancellations`, body);
    expect(refused.status).toBe(status);
    expect(refused.body.errors?.[0]?.path).toContain(path);
    expect((await get(host, `/reminders/${id}`)).body).toEqual(before);
  });

  it.each([
    ['no moment', {}, 400],
    ['two moments', { dueAt: '2090-01-01T08:00:00Z', date: '2090-01-01' }, 400],
    ['a date that does not exist', { date: '2090-02-30' }, 400],
    ['a moment without a zone', { dueAt: '2090-01-01T08:00' }, 400],
    ['a moment that is over', { date: '2020-01-01' }, 422],
  ])('cannot reschedule to %s', async (_name, moment, status) => {
    const { id } = await waiting('gesprek');
    expect((await patch(host, `/reminders/${id}`, { reason: 'Vakantie', ...moment })).status).toBe(status);
  });

  it('sees beforehand what an act on many would come to, and then does it', async () => {
    const body = { act: 'skip', reason: 'Contract loopt af', filter: { partnership, kind: 'jaaropgave' } };
    const { id } = await waiting('jaaropgave');
    const rehearsed = await post(host, '/reminder-acts?dryRun=true', body);
    expect(rehearsed.body).toMatchObject({ dryRun: true, selected: 1, done: 1, refusedCount: 0 });
    expect((await get(host, `/reminders/${id}`)).body.state?.id).toBe('planned');
    expect((await post(host, '/reminder-acts', body)).body).toMatchObject({ dryRun: false, done: 1 });
    const again = await post(host, '/reminder-acts', body);
    expect(again.body).toMatchObject({ done: 0, refused: [{ id, code: 'reminder-not-open' }] });
    expect((await get(host, `/reminders/${id}`)).body.acts).toMatchObject([{ reason: 'Contract loopt af' }]);
  });

  it.each([
    ['neither ids nor a filter', { act: 'skip' }, 'selection-unclear'],
    ['both', { act: 'skip', ids: [NOBODY], filter: {} }, 'selection-unclear'],
    ['a moment where none belongs', { act: 'skip', ids: [NOBODY], date: '2090-01-01' }, 'moment-unclear'],
    ['no moment where one belongs', { act: 'reschedule', ids: [NOBODY] }, 'moment-unclear'],
    ['an unknown condition', { act: 'skip', filter: { soort: 'gesprek' } }, 'request-invalid'],
  ])('cannot ask an act on many with %s', async (_name, body, code) => {
    const { status, body: problem } = await post(host, '/reminder-acts', { reason: 'Afgesproken', ...body });
    expect([status, problem.type]).toEqual([400, `urn:samenwerkt:problem:${code}`]);
  });

  it('sees how the whole stands', async () => {
    const { body } = await get(host, '/reminders/health');
    expect(Number(body.counts?.planned)).toBeGreaterThan(0);
    expect(body.counts).toMatchObject({ dead: expect.any(Number), sending: expect.any(Number) });
    expect(body.late).toMatchObject({ lagSeconds: expect.any(Number) });
  });

  it('does the same on the command line, in the same words', async () => {
    const { id } = await waiting('gesprek');
    const why = String((await get(host, `/reminders/${id}`)).body.why?.text);
    const shown = samenwerkt(place.folder, 'reminders', 'show', id);
    expect(shown.out).toContain(why);
    const moved = samenwerkt(
      place.folder,
      'reminders',
      'reschedule',
      id,
      '--date',
      '2090-01-05',
      '--reason',
      'Vakantie',
    );
    expect([moved.code, moved.out]).toEqual([0, expect.stringContaining('gaat uit 2090-01-05T08:00:00.000Z')]);
    const refused = samenwerkt(place.folder, 'reminders', 'retry', id, '--reason', 'Ongeduld');
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('is gepland')]);
    expect(samenwerkt(place.folder, 'reminders', 'list', '--search', 'grn-7').out).toContain(id);
    expect(samenwerkt(place.folder, 'reminders', 'health').out).toMatch(/\d+ +gepland/);
  });
});

describe('mail that was written as files', () => {
  const mail = ['To: Anneke <a@gemeente.example>', 'Subject: Proef', '', 'Dit is de tekst.', ''].join('\r\n');

  it('is listed and read, when it is about a reminder of this organisation', async () => {
    const [about] = await list();
    const file = `29990101T080000000Z_${about?.id}@samenwerkt.example.eml`;
    const foreign = '29990102T080000000Z_elders@samenwerkt.example.eml';
    const outbox = join(place.folder, 'outbox');
    mkdirSync(outbox, { recursive: true });
    for (const name of [file, foreign]) writeFileSync(join(outbox, name), mail);
    const { body } = await get(host, '/outbox');
    expect((body.items as unknown as object[])[0]).toMatchObject({ id: file, subject: 'Proef' });
    expect((await get(host, `/outbox/${file}`)).body).toMatchObject({
      id: file,
      text: 'Dit is de tekst.\n',
      cut: false,
    });
    expect((await get(host, `/outbox/${foreign}`)).status).toBe(404);
  });

  it('is nothing but mail of that folder', async () => {
    for (const id of ['anders.eml', `29990101T080000000Z_${encodeURIComponent('../../samenwerkt.sqlite')}.eml`])
      expect((await get(host, `/outbox/${id}`)).status).toBe(404);
  });
});
