import { writtenDate } from '@samenwerkt/reminders';
import { type Language } from '../workplace.js';
import { type Summary } from './summary.js';

/** What the closing words are about. */
interface Closing {
  readonly summary: Summary;
  /** Local dates (ISO). */
  readonly from: string;
  readonly until: string;
  /** Whether it was broken off before its last day. */
  readonly brokenOff: boolean;
  readonly queue: string;
  readonly folder: string;
}

/** The end of the story: the numbers, whether all is sound, and where to look on. */
export function closingLines(closing: Closing, language: Language): string[] {
  const { summary: s, folder } = closing;
  const [from, until] = [closing.from, closing.until].map((day) => writtenDate(day, language));
  const queue = closing.queue === 'redis' ? 'Redis' : { nl: 'dit proces', en: 'this process' }[language];
  const look = lookOn(folder);
  if (language === 'en')
    return [
      `\n${from} to ${until}${closing.brokenOff ? ', broken off' : ''}: ${s.partnerships} partnerships, queue in ${queue}`,
      `  planned ${s.planned}, sent ${s.sent} (of which ${s.escalated} escalations), conversations held ${s.held}`,
      `  re-planned ${s.replanned}, called off ${s.cancelled}, replaced ${s.superseded}, still to come ${s.waiting}`,
      `  failed ${s.failures}, sent twice ${s.duplicates}, sent early ${s.early}`,
      `  ${s.events} events on record; ${s.broken === 0 ? 'all chains hold' : `${s.broken} chains do not hold`}`,
      `\nThe ${s.mails} mails are in ${folder}/outbox; any mail program opens them.\nLook on with:\n${look}`,
    ];
  return [
    `\n${from} tot en met ${until}${closing.brokenOff ? ', afgebroken' : ''}: ${s.partnerships} partnerschappen, wachtrij in ${queue}`,
    `  gepland ${s.planned}, verstuurd ${s.sent} (waarvan ${s.escalated} escalaties), gesprekken gehouden ${s.held}`,
    `  verplaatst ${s.replanned}, vervallen ${s.cancelled}, vervangen ${s.superseded}, nog te gaan ${s.waiting}`,
    `  mislukt ${s.failures}, dubbel verstuurd ${s.duplicates}, te vroeg verstuurd ${s.early}`,
    `  ${s.events} gebeurtenissen vastgelegd; ${s.broken === 0 ? 'alle ketens sluiten' : `${s.broken} ketens sluiten niet`}`,
    `\nDe ${s.mails} mails liggen in ${folder}/outbox; elk mailprogramma opent ze.\nKijk verder met:\n${look}`,
  ];
}

function lookOn(folder: string): string {
  // Where somebody works on PostgreSQL, that would otherwise be looked at.
  const program = `${process.env.DATABASE_URL ? 'DATABASE_URL= ' : ''}npx samenwerkt --data-dir ${folder}`;
  return `  ${program} reminders list --partnership MWD-2024-006\n  ${program} history MWD-2024-006`;
}
