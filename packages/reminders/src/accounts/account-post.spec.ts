import { describe, expect, it } from '@jest/globals';
import { type ClaimedLetter } from '@samenwerkt/ledger';
import { type Channel } from '../channels/channel.js';
import { DeliveryFailed } from '../channels/delivery-failed.js';
import { type Mail } from '../message/message.js';
import { AccountPost } from './account-post.js';

const LETTER: ClaimedLetter = {
  id: 'brief-1',
  kind: 'invitation',
  name: 'Sanne <b>de Wit</b>',
  email: 'sanne@merwedam.example',
  language: 'nl',
  organisation: 'Gemeente Merwedam',
  token: 'geheim-token',
  endsAt: '2026-03-09T09:00:00.000Z',
  tries: 1,
};

/** A post office with one letter, and what became of it. */
function office(send: Channel<Mail>['send'], over: Partial<ClaimedLetter> = {}) {
  const became: unknown[][] = [];
  const letters = {
    waiting: async () => ['brief-1'],
    claim: async () => ({ ...LETTER, ...over }),
    sent: async (...told: unknown[]) => void became.push(['sent', ...told]),
    failed: async (...told: unknown[]) => void became.push(['failed', ...told]),
  };
  const post = new AccountPost({
    ledger: { accountLetters: letters } as unknown as ConstructorParameters<typeof AccountPost>[0]['ledger'],
    channel: { name: 'proef', send },
    clock: () => '2026-03-02T09:00:00.000Z',
    id: 'werker-1',
    host: 'merwedam.example',
    linkOf: (token) => `https://merwedam.example/aanmelden/uitnodiging/${token}`,
    random: () => 1,
  });
  return { post, became };
}

/** What is sent for a letter. */
async function mailOf(over: Partial<ClaimedLetter> = {}): Promise<Mail> {
  const taken: Mail[] = [];
  const { post } = office(async (mail) => {
    taken.push(mail);
    return { at: '2026-03-02T09:00:00.000Z' };
  }, over);
  await post.deliverWaiting();
  const [mail] = taken;
  if (!mail) throw new Error('nothing was sent');
  return mail;
}

describe('a letter about an account', () => {
  it('says who invites, brings the link, and how long it works', async () => {
    const mail = await mailOf();
    expect(mail).toMatchObject({
      messageId: '<brief-1@merwedam.example>',
      to: { name: 'Sanne <b>de Wit</b>', email: 'sanne@merwedam.example' },
      subject: 'Uitnodiging voor Samenwerkt van Gemeente Merwedam',
    });
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain('https://merwedam.example/aanmelden/uitnodiging/geheim-token');
      expect(part).toContain('nog 7 dagen');
    }
    expect(mail.html).toContain('Sanne &lt;b&gt;de Wit&lt;/b&gt;');
    expect(mail.text).not.toContain('\n\n\n');
  });

  it('about a forgotten password says that nothing need be done by who did not ask', async () => {
    const { subject, text } = await mailOf({ kind: 'recovery', language: 'en', endsAt: '2026-03-02T10:00:00.000Z' });
    expect(subject).toBe('A new password for Samenwerkt');
    expect(text).toContain('do nothing');
    expect(text).toContain('1 hour.');
  });

  it('cannot add a header or another recipient by what somebody calls themselves', async () => {
    const { to, subject } = await mailOf({ name: 'Sanne\r\nBcc: x@y.example', organisation: 'Merwedam\r\nX: y' });
    expect(to.name).toBe('Sanne Bcc: x@y.example');
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe('the post', () => {
  it('notes what is out', async () => {
    const { post, became } = office(async () => ({ at: '2026-03-02T09:00:00.000Z' }));
    await post.deliverWaiting();
    expect(became).toEqual([['sent', 'brief-1', 'werker-1']]);
  });

  it.each([
    ['tries again later what may go well then', new DeliveryFailed('mail-server-slow'), 1, '2026-03-02T09:01:00.000Z'],
    ['tries again what nobody foresaw', new Error('?'), 2, '2026-03-02T09:02:00.000Z'],
    ['gives up what never will', new DeliveryFailed('recipient-without-address'), 1, undefined],
    ['gives up after the eighteenth try', new DeliveryFailed('mail-server-slow'), 18, undefined],
  ])('%s', async (_, failure, tries, nextTryAt) => {
    const { post, became } = office(() => Promise.reject(failure), { tries });
    await post.deliverWaiting();
    expect(became).toEqual([['failed', 'brief-1', 'werker-1', expect.any(String), nextTryAt]]);
    expect(JSON.stringify(became)).not.toContain('geheim-token');
  });

  it('begins nothing once it closes', async () => {
    const { post, became } = office(async () => ({ at: '2026-03-02T09:00:00.000Z' }));
    await post.close();
    await post.deliverWaiting();
    expect(became).toEqual([]);
  });
});
