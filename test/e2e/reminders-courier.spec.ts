import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DeliveryFailed, emlChannel, readOutbox, smtpChannel, type Channel } from '@samenwerkt/reminders';
import { tamper } from '../support/database.js';
import { HERE, inProcess, openOffice, recorder, tell, type Office } from '../support/dispatching.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

const clock = () => office.time.now;

/** Delivers one reminder, and answers with what became of it. */
async function deliver(id: string, ...channels: Channel[]) {
  const queue = inProcess(office);
  await office.worker(queue, channels).deliver(id);
  await queue.close();
  return office.ledger.reminders.get(HERE, id);
}

describe('a message', () => {
  it('goes to the function on record, otherwise to the role, otherwise to the coordinator, in their language', async () => {
    const out = recorder();
    const { addresses, reminders, subjects } = office.ledger;
    const [coordinator = '', backup = '', , unknown = ''] = await tell(office, 2);
    const name = await subjects.shown(HERE, (await reminders.get(HERE, backup)).reminder.recipient, 'nl');
    await addresses.put(HERE, { name: 'coordinator', email: 'rol@gemeente.example', language: 'en' }, 'lokaal');
    await addresses.put(HERE, { name: name.toUpperCase(), email: 'naam@gemeente.example', language: 'nl' }, 'lokaal');
    for (const id of [coordinator, backup]) await deliver(id, out);
    await addresses.remove(HERE, name.toUpperCase(), 'lokaal');
    await deliver(unknown, out);
    expect(out.taken.map(({ to, language, about }) => [to.email, language, about.role])).toEqual([
      ['rol@gemeente.example', 'en', 'coordinator'],
      ['naam@gemeente.example', 'nl', 'backup'],
      ['rol@gemeente.example', 'en', 'coordinator'],
    ]);
  });

  it('calls somebody who was erased by their role, and nobody else is told the name', async () => {
    const out = recorder();
    const { reminders, subjectRights } = office.ledger;
    const [, backup = ''] = await tell(office, 1);
    const { recipient } = (await reminders.get(HERE, backup)).reminder;
    const id = recipient.replace('subject:', '');
    const { name } = (await subjectRights.access(HERE, id, 'lokaal')).subject;
    await subjectRights.erase(HERE, id, {
      by: { id: 'beheerder', roles: [] },
      inPerson: true,
      reason: 'verzoek van betrokkene',
    });
    await deliver(backup, out);
    expect(out.taken.map(({ to }) => to.name)).toEqual(['back-up van de coördinator']);
    expect(JSON.stringify(out.taken)).not.toContain(name);
  });

  it('is written to the folder of mail also when nobody knows the address, under an id that stays the same', async () => {
    const [id = ''] = await tell(office, 1);
    const folder = join(office.folder, 'outbox');
    const { reminder } = await deliver(id, emlChannel({ folder, from: 'a@gemeente.example' }, clock));
    expect(reminder.state).toBe('sent');
    const mails = await readOutbox(folder, { limit: 10 });
    expect(mails).toMatchObject([{ messageId: `<${id}@proef.example>` }]);
  });

  it('without an address does not go by mail, and the reason says what to fill in', async () => {
    const [id = ''] = await tell(office, 1);
    const { reminder } = await deliver(id, smtpChannel({ url: 'smtp://127.0.0.1:1', from: 'a@b.example' }, clock));
    expect(reminder).toMatchObject({
      state: 'dead',
      lastError: expect.stringMatching(/Vul er een in voor ".*coordinator"/),
    });
  });

  it('is not made of a partnership that is set apart; it is tried again once that is mended', async () => {
    const out = recorder();
    const [id = ''] = await tell(office, 1);
    const { reminder } = await office.ledger.reminders.get(HERE, id);
    await tamper(office.folder, `UPDATE partnership SET quarantined_at = ?, quarantine_reason = 'proef'`, clock());
    const failed = await deliver(id, out);
    expect(failed.reminder).toMatchObject({
      state: 'failed',
      lastError: expect.stringContaining('apart gezet: proef'),
    });
    await office.ledger.caretaker.rebuild(HERE, String(reminder.partnershipId));
    office.time.now = failed.reminder.nextTryAt;
    expect((await deliver(id, out)).reminder.state).toBe('sent');
    expect(out.counts()).toEqual([1]);
  });
});

describe('two channels', () => {
  it('each get it once: when one fails, the other is not asked again', async () => {
    let busy = true;
    const mail = recorder(undefined, 'mail');
    const hook = recorder(async () => {
      if (busy) throw new DeliveryFailed('webhook-busy', { retryAfterSeconds: 3600 });
    }, 'hook');
    const [id = ''] = await tell(office, 1);
    const { reminder } = await deliver(id, hook, mail);
    expect(reminder).toMatchObject({ state: 'failed' });
    expect(Date.parse(reminder.nextTryAt) - Date.parse(clock())).toBe(3600_000);
    busy = false;
    office.time.now = reminder.nextTryAt;
    const { attempts } = await deliver(id, hook, mail);
    expect([mail.counts(), hook.counts()]).toEqual([[1], [1]]);
    expect(attempts).toMatchObject([
      { outcome: 'failed', channel: 'hook' },
      { outcome: 'sent', channel: expect.stringContaining('mail') },
    ]);
  });

  it('a folder that cannot be written is a failure that is tried again', async () => {
    const [id = ''] = await tell(office, 1);
    mkdirSync(office.folder, { recursive: true });
    writeFileSync(join(office.folder, 'geen-map'), '');
    const folder = join(office.folder, 'geen-map');
    const { reminder } = await deliver(id, emlChannel({ folder, from: 'a@gemeente.example' }, clock));
    expect(reminder).toMatchObject({ state: 'failed', lastError: expect.stringContaining('schijfruimte') });
  });
});

describe('what ends in a rule pack', () => {
  it('is told a month before, once, to whoever keeps the packs, and to the coordinators when nobody does', async () => {
    const out = recorder();
    const { ledger, time } = office;
    const step = { organisation: HERE, name: 'haaglanden', actor: 'beheerder' };
    const { ref } = (await ledger.shelf.list(HERE)).find((pack) => pack.ref.name === step.name) ?? {
      ref: { version: '' },
    };
    await ledger.addresses.put(HERE, { name: 'coordinator', email: 'rol@gemeente.example', language: 'en' }, 'lokaal');
    await ledger.registry.withdraw({ ...step, version: ref.version, endsOn: '2026-06-01', reason: 'Nieuw beleid' });
    const queue = inProcess(office);
    const dispatcher = office.worker(queue, [out]);
    const due = async () => (await ledger.dispatch.queueUntil(time.now)).map(({ id }) => id);
    time.now = '2026-05-01T06:59:59.000Z';
    expect(await due()).toEqual([]);
    time.now = '2026-05-01T07:00:00.000Z';
    const ids = await due();
    for (let times = 0; times < 2; times++) for (const id of ids) await dispatcher.deliver(id);
    await queue.close();
    expect(out.taken).toMatchObject([
      {
        to: { email: 'rol@gemeente.example' },
        subject: `Rule pack haaglanden ${ref.version} is in force until 31 May 2026`,
        about: { kind: 'regelpakketVervalt', partnershipId: null, link: 'https://proef.example/haaglanden' },
      },
    ]);
  });
});
