import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ReminderFactsInvalid } from '../errors.js';
import { conversation, facts, inEnglish } from '../testing/facts.js';
import { compose } from './compose.js';
import { REMINDERS } from './standard-words.js';
import { NOTICES } from './notice-words.js';

const afterTheDate = '2026-10-07T07:00:00.000Z';

describe('a reminder', () => {
  it('says in Dutch what must happen, by when, for which partnership, and why', () => {
    expect(compose(conversation).text).toBe(`Beste Anneke de Vries,

Voor dit partnerschap is een voortgangsgesprek met Van Benthem & Keulen nodig, uiterlijk op 30 september 2026. Plan het gesprek en leg daarna de uitkomst vast.

Partnerschap: Groenonderhoud Noord
Contract: MWD-2024-001
Opdrachtnemer: Van Benthem & Keulen
Coördinator: Anneke de Vries
Uiterlijk: 30 september 2026

Open het partnerschap:
https://samenwerkt.example/partnerships/01998f2a-0000-7000-8000-00000000000a

Waarom u dit krijgt:
- Voortgangsgesprek, als coördinator social return.
- gespreksfrequentieMaanden: 3 maanden (Handreiking 2019, p. 20)
- Regelpakket: basis 1.1.0

Dit bericht is automatisch verstuurd namens Gemeente Voorbeeld.
`);
  });

  it('has a subject that names the date and the partnership', () => {
    expect(compose(conversation).subject).toBe('Voortgangsgesprek vóór of op 30 september 2026: Groenonderhoud Noord');
  });

  it('is in the language of its recipient, and in that one only', () => {
    const { subject, text, html, language } = compose(inEnglish());
    expect(language).toBe('en');
    expect(subject).toBe('Progress conversation on or before 30 September 2026: Groenonderhoud Noord');
    expect(text).toContain('By: 30 September 2026');
    expect(html).toContain('<html lang="en">');
    expect(text).not.toMatch(/Beste|Uiterlijk|Regelpakket/);
  });

  it('asks for it before and on the date, and says that it is late after it', () => {
    const textAt = (goesOutAt: string) => compose(facts({ goesOutAt })).text;
    expect(textAt('2026-09-30T21:59:00.000Z')).toContain('uiterlijk op 30 september 2026. Plan het gesprek');
    // Half past midnight in Amsterdam, still the 30th in UTC.
    expect(textAt('2026-09-30T22:30:00.000Z')).toContain('had uiterlijk op 30 september 2026 moeten plaatsvinden');
  });

  it('says in an escalation that there was a reminder before', () => {
    const again = compose(facts({ step: 1, goesOutAt: afterTheDate })).text;
    expect(again).toContain('had uiterlijk op 30 september 2026 moeten plaatsvinden');
    expect(again).toContain('Hier is eerder aan herinnerd');
    expect(compose(conversation).text).not.toContain('eerder aan herinnerd');
  });

  it('carries the date for the agenda as long as it is to come, and not in an escalation', () => {
    expect(compose(conversation).ics?.content).toContain('DTSTART;VALUE=DATE:20260930\r\n');
    expect(compose(facts({ step: 1 })).ics).toBeUndefined();
    expect(compose(facts({ goesOutAt: afterTheDate })).ics).toBeUndefined();
  });

  it('lists what to talk about', () => {
    const { text, html } = compose(facts({ agenda: ['Plaatsingen', 'Knelpunten\nen kansen', '  '] }));
    expect(text).toContain('Op de agenda:\n- Plaatsingen\n- Knelpunten en kansen\n\n');
    expect(html).toContain('<li>Plaatsingen</li>\n<li>Knelpunten en kansen</li>\n</ul>');
  });

  it('is the same to the letter when it is made again', () => {
    expect(compose(structuredClone(conversation))).toEqual(compose(conversation));
  });

  it('names nobody who is not known', () => {
    const { id, title, kenmerk } = conversation.partnership;
    const { text } = compose(facts({ partnership: { id, title, kenmerk } }));
    expect(text).toContain('een voortgangsgesprek met de opdrachtnemer nodig');
    expect(text).not.toMatch(/Opdrachtnemer:|Coördinator:|undefined/);
  });
});

describe('a date that was told before', () => {
  const before = compose(conversation);
  const moved = facts({ revision: 12, news: 'moved', dueOn: '2026-10-30' });
  const calledOff = facts({ revision: 14, news: 'calledOff' });
  const uidOf = (content?: string) => /UID:[^]*?\r\nSEQUENCE/.exec(content ?? '')?.[0];

  it('and moved: says so first, and agendas put the new date in the place of the old one', () => {
    const { subject, text, ics, about } = compose(moved);
    expect(subject).toBe('Gewijzigd: Voortgangsgesprek vóór of op 30 oktober 2026: Groenonderhoud Noord');
    expect(text).toContain('Vanaf nu geldt 30 oktober 2026.');
    expect(text).toContain('Plan het gesprek en leg daarna de uitkomst vast.');
    expect(ics?.method).toBe('PUBLISH');
    expect(ics?.content).toContain('SEQUENCE:12\r\n');
    expect(ics?.content).toContain('DTSTART;VALUE=DATE:20261030');
    expect(uidOf(ics?.content)).toBe(uidOf(before.ics?.content));
    expect(about).toMatchObject({ revision: 12, news: 'moved' });
  });

  it('and moved to a day that has passed: agendas get that day too', () => {
    expect(compose({ ...moved, goesOutAt: '2026-11-02T08:00:00.000Z' }).ics?.content).toContain('SEQUENCE:12\r\n');
  });

  it('and is not asked any more: asks nothing, and agendas take it out for whoever it was told', () => {
    const { subject, text, ics, about } = compose(calledOff);
    expect(subject).toBe('Vervallen: Voortgangsgesprek, Groenonderhoud Noord');
    expect(text).toContain('Dat wordt niet meer gevraagd; u hoeft er niets meer voor te doen.');
    expect(text).not.toMatch(/Uiterlijk:|Plan het gesprek/);
    expect(ics?.method).toBe('CANCEL');
    const content = ics?.content.replaceAll('\r\n ', '') ?? '';
    for (const line of ['METHOD:CANCEL', 'SEQUENCE:14', 'STATUS:CANCELLED']) expect(content).toContain(`${line}\r\n`);
    expect(content).toMatch(/ORGANIZER;CN=.*Gemeente Voorbeeld.*:mailto:noreply@samenwerkt\.example\r\n/);
    expect(content).toMatch(/ATTENDEE;.*:mailto:a\.devries@gemeente\.example\r\n/);
    expect(uidOf(ics?.content)).toBe(uidOf(before.ics?.content));
    expect(about).toMatchObject({ revision: 14, news: 'calledOff' });
  });

  it("is called off in our words also where the pack has its own, and says a moved date before the pack's", () => {
    const texts = { 'herinnering.gesprek.tekst': { nl: 'Koffie op {vervaldatum}.' } };
    expect(compose({ ...calledOff, texts }).text).not.toContain('Koffie');
    expect(compose({ ...moved, texts }).text).toMatch(
      /Vanaf nu geldt 30 oktober 2026\.[^]*Koffie op 30 oktober 2026\./,
    );
  });

  it('reads so in English too, with no placeholder left open', () => {
    for (const news of ['moved', 'calledOff'] as const) {
      const { subject, text } = compose(inEnglish({ news, revision: 3 }));
      expect(subject).toMatch(/^(Changed|Called off): /);
      expect(subject + text).not.toMatch(/\{\w+\}|undefined/);
    }
  });
});

describe('the words of a message', () => {
  const everyKind = [...REMINDERS.keys(), 'eigenHerinnering', 'constructor'];
  const everyNotice = [...NOTICES.keys(), 'ietsNieuws', '__proto__'];
  const told = facts({ dueOn: undefined });

  it.each(everyKind)('leave no placeholder open: %s', (kind) => {
    for (const goesOutAt of [conversation.goesOutAt, afterTheDate]) {
      for (const message of [compose(facts({ kind, goesOutAt })), compose(inEnglish({ kind, goesOutAt }))]) {
        expect(message.subject + message.text + message.html).not.toMatch(/\{\w+\}|undefined/);
        expect(message.text).toMatch(/30 september 2026|30 September 2026/);
      }
    }
  });

  it.each(everyNotice)('tell of something that happened without a date to meet: %s', (kind) => {
    const { subject, text, ics } = compose({ ...told, kind });
    expect(subject).toContain('Groenonderhoud Noord');
    expect(subject + text).not.toMatch(/\{\w+\}|undefined|Uiterlijk/);
    expect(ics).toBeUndefined();
  });

  it('say who coordinates from now on', () => {
    expect(compose({ ...told, kind: 'coordinatorOvergedragen' }).text).toContain(
      'Vanaf nu is de coördinator: Anneke de Vries.',
    );
  });

  it("are the pack's own where it has them", () => {
    const texts = {
      'herinnering.gesprek.onderwerp': { nl: 'Koffie met {opdrachtnemer} vóór {vervaldatum}', en: '' },
      'herinnering.gesprek.tekst': { nl: 'Eerste alinea.\n\nTweede, van {datum}.\nNieuwe regel.' },
      'herinnering.gesprekTeLaat.tekst': { nl: '{organisatie} wacht op {coordinator} ({contract}, {partnerschap}).' },
    };
    const early = compose(facts({ texts }));
    expect(early.subject).toBe('Koffie met Van Benthem & Keulen vóór 30 september 2026');
    expect(early.text).toContain('\n\nEerste alinea.\n\nTweede, van 16 september 2026.\nNieuwe regel.\n\n');
    expect(early.html).toContain('<p>Tweede, van 16 september 2026.<br>\nNieuwe regel.</p>');
    expect(compose(facts({ texts, goesOutAt: afterTheDate })).text).toContain(
      'Gemeente Voorbeeld wacht op Anneke de Vries (MWD-2024-001, Groenonderhoud Noord).',
    );
    expect(compose(inEnglish({ texts })).subject).toMatch(/^Progress conversation/);
  });

  it('leave braces in a title and unknown placeholders as they are', () => {
    const partnership = { ...conversation.partnership, title: '{coordinator} {onbekend}' };
    expect(compose(facts({ partnership })).subject).toMatch(/: \{coordinator\} \{onbekend\}$/);
  });
});

describe('what people typed', () => {
  const withTitle = (title: string) => compose(facts({ partnership: { ...conversation.partnership, title } }));

  it('adds no header', () => {
    const { subject } = withTitle('Noord\r\nBcc: iedereen@gemeente.example\r\n\r\n<p>');
    expect(subject).toMatch(/Noord Bcc: iedereen@gemeente\.example <p>$/);
  });

  it('stays text in HTML', () => {
    const { html } = withTitle(`<script>alert("1")</script> & 'x'`);
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;');
    expect(html).not.toContain('<script>');
  });

  it('never breaks a subject, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const { subject } = withTitle(title);
        expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/u);
        expect([...new Intl.Segmenter('nl').segment(subject)].length).toBeLessThanOrEqual(150);
      }),
    );
  });

  it('never makes an element or attribute, whatever it is', () => {
    const tags = (html: string) => html.match(/<[^>]*>/g)?.filter((tag) => !tag.startsWith('<title'));
    const shape = tags(compose(facts({ agenda: ['x'] })).html);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (typed) => {
        const partnership = { ...conversation.partnership, title: typed, opdrachtnemer: typed, coordinator: typed };
        const recipient = { ...conversation.recipient, name: typed };
        expect(tags(compose(facts({ partnership, recipient, agenda: ['x'] })).html)).toEqual(shape);
      }),
    );
  });

  it('is cut at a word when it is long, with the date still in sight', () => {
    const { subject } = withTitle('onderhoud '.repeat(60));
    expect(subject).toMatch(/^Voortgangsgesprek vóór of op 30 september 2026: onderhoud .*onderhoud…$/);
  });

  it('keeps Dutch letters', () => {
    expect(withTitle('Façade reïntegratie Súdwest-Fryslân € 5').subject).toContain(
      'Façade reïntegratie Súdwest-Fryslân € 5',
    );
  });
});

describe('facts that make no message', () => {
  const { recipient } = conversation;

  it.each([
    ['messageId', { messageId: 'zonder haken@host' }],
    ['messageId', { messageId: '<a@b>\r\nBcc: <c@d>' }],
    ['messageId', { messageId: `<${'a'.repeat(200)}@host>` }],
    ['recipient.email', { recipient: { ...recipient, email: 'a@b.example, c@d.example' } }],
    ['recipient.email', { recipient: { ...recipient, email: 'a@b.example\r\nRCPT TO:<c@d.example>' } }],
    ['link', { link: 'javascript:alert(1)' }],
    ['link', { link: 'https://a.example/\nx' }],
    ['step', { step: -1 }],
    ['revision', { revision: 1.5 }],
  ])('are refused with the field and what to do: %s', (field, changes) => {
    let refused: unknown;
    try {
      compose(facts(changes));
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(ReminderFactsInvalid);
    expect(refused).toMatchObject({ field, code: 'reminder-facts-invalid' });
  });

  it('are refused when the date does not exist', () => {
    expect(() => compose(facts({ dueOn: '2026-02-30' }))).toThrow('2026-02-30');
  });
});

describe('a reminder about a rule pack', () => {
  const { partnership, ...about } = facts({
    kind: 'parameterLooptAf',
    occurrence: 'basis/uurtarief/2026-10-01',
    link: 'https://samenwerkt.example/rule-packs/basis',
    recipient: { name: 'packbeheerder', role: 'packbeheerder', language: 'nl' },
    why: { ...conversation.why, title: { nl: 'Uurtarief', en: 'Hourly rate' } },
  });

  it('says what ends, until when it holds, and what to do; nothing of it is about a partnership', () => {
    const { subject, text, about: told, ics } = compose(about);
    expect(subject).toBe('Waarde geldt tot en met 30 september 2026: Uurtarief');
    expect(text).toContain('Stel de nieuwe waarde vast, neem haar met haar bron op in een nieuwe versie');
    expect(text).toContain('Open het regelpakket:\nhttps://samenwerkt.example/rule-packs/basis');
    expect(text).toContain('Uurtarief, als beheerder van regelpakketten.');
    expect(text).not.toContain(partnership?.title);
    expect(text).not.toMatch(/[Pp]artnerschap:|\{/);
    expect(told).toMatchObject({ partnershipId: null, kenmerk: null, role: 'packbeheerder' });
    expect(ics?.content).toContain(about.id);
  });

  it.each(['parameterLooptAf', 'bewijsLooptAf', 'regelpakketVervalt'])(
    'has words of its own for %s, in both languages',
    (kind) => {
      for (const language of ['nl', 'en'] as const) {
        const said = [about.goesOutAt, afterTheDate].map((goesOutAt) =>
          compose({ ...about, kind, goesOutAt, recipient: { ...about.recipient, language } }),
        );
        expect(new Set(said.map(({ text }) => text)).size).toBe(2);
        for (const { subject, text } of said) expect(subject + text).not.toMatch(/\{|undefined/);
      }
    },
  );
});
