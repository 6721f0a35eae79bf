import { type Text } from '@samenwerkt/engine';
import { type Language, type ReminderFacts } from './facts.js';
import { LABELS, roleName } from './labels.js';
import { oneLine } from './one-line.js';
import { filled, placeholderValues } from './placeholders.js';
import { wordsFor } from './words-for.js';
import { writtenDate } from './written-date.js';

/** What a message says, before it is plain text or HTML. Every string is plain text; all but the paragraphs are one line. */
export interface Letter {
  readonly language: Language;
  readonly subject: string;
  readonly greeting: string;
  /** May hold line breaks. */
  readonly paragraphs: readonly string[];
  /** Label and value: the partnership at a glance. */
  readonly glance: readonly (readonly [label: string, value: string])[];
  readonly agenda?: { readonly title: string; readonly items: readonly string[] };
  readonly link: { readonly label: string; readonly href: string };
  readonly why: { readonly title: string; readonly lines: readonly string[] };
  readonly footer: string;
}

/** Longer subjects are cut by mail programs anyway, and some old ones refuse them. */
const longestSubject = 150;

/** What the message says in the recipient's language. */
export function letterOf(facts: ReminderFacts): Letter {
  const { language } = facts.recipient;
  const words = wordsFor(facts);
  const values = placeholderValues(facts);
  const agenda = (facts.agenda ?? []).map((item) => oneLine(item)).filter((item) => item !== '');
  return {
    language,
    subject: oneLine(filled(words.subject, values), longestSubject),
    greeting: `${LABELS.greeting[language]} ${oneLine(facts.recipient.name)},`,
    paragraphs: [...paragraphsOf(filled(words.body, values)), ...escalation(facts)],
    glance: glance(facts),
    ...(agenda.length > 0 && { agenda: { title: LABELS.agenda[language], items: agenda } }),
    link: { label: LABELS[facts.partnership ? 'open' : 'openPack'][language], href: facts.link },
    why: { title: LABELS.why[language], lines: reasons(facts) },
    footer: {
      nl: `Dit bericht is automatisch verstuurd namens ${oneLine(facts.organisation)}.`,
      en: `This message was sent automatically on behalf of ${oneLine(facts.organisation)}.`,
    }[language],
  };
}

/** An empty line ends a paragraph; other line breaks are kept. */
function paragraphsOf(body: string): string[] {
  return body
    .split(/\r\n|\r|\n/)
    .map((line) => oneLine(line))
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

function escalation({ step, recipient: { language } }: ReminderFacts): string[] {
  if (step === 0) return [];
  const text: Text = {
    nl: 'Hier is eerder aan herinnerd en er is sindsdien niets vastgelegd. Daarom krijgt u dit bericht.',
    en: 'There has been a reminder of this before and nothing has been recorded since. That is why this message comes to you.',
  };
  return [text[language]];
}

function glance({ partnership, why, dueOn, news, recipient: { language } }: ReminderFacts): [string, string][] {
  const lines: [Text, string | undefined][] = [
    [LABELS.partnership, partnership?.title],
    [LABELS.contract, partnership?.kenmerk],
    [LABELS.opdrachtnemer, partnership?.opdrachtnemer],
    [LABELS.coordinator, partnership?.coordinator],
    [LABELS.pack, partnership ? undefined : why.pack.name],
    [LABELS.dueOn, dueOn === undefined || news === 'calledOff' ? undefined : writtenDate(dueOn, language)],
  ];
  return lines.flatMap(([label, value]) => (value === undefined ? [] : [[label[language], oneLine(value)]]));
}

function reasons({ why, recipient: { language, role } }: ReminderFacts): string[] {
  const asRole: Text = { nl: `als ${roleName(role).nl}`, en: `as ${roleName(role).en}` };
  const readings = why.readings.map(
    ({ name, value, source }) => `${name}: ${value}${source === undefined ? '' : ` (${source})`}`,
  );
  return [
    `${why.title[language]}, ${asRole[language]}.`,
    ...readings,
    `${LABELS.pack[language]}: ${why.pack.name} ${why.pack.version}`,
  ].map((line) => oneLine(line));
}
