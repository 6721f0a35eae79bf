import { type CalledOffMoment, type Ledger, type OpenMoment, type OpenPackMoment } from '@samenwerkt/ledger';
import { feed, uidOf, type CalendarEvent } from '@samenwerkt/reminders';
import { type Language } from '../http/language.js';
import { type PackPageOf, type PageOf } from '../http/site.js';
import { cadenceEntries } from './cadence-entries.js';

/** Most moments in one calendar: agendas refuse files of many megabytes. */
const MOST = 2000;

/** How many hours an agenda may wait before it looks again. */
const REFRESH_HOURS = 6;

/** Whose calendar, and for whom. */
interface Asked {
  readonly organisation: string;
  /** Only what this role is asked; undefined for everything. */
  readonly recipient: string | undefined;
  readonly language: Language;
  readonly pageOf: PageOf;
  readonly packPageOf: PackPageOf;
}

/**
 * The open check-ins and deadlines of an organisation as an iCalendar file, earliest first; what somebody was told of and was
 * called off since is struck out.
 */
export async function feedOf(
  ledger: Ledger,
  { organisation, recipient, language, pageOf, packPageOf }: Asked,
): Promise<string> {
  const moments = await ledger.moments.open(organisation, MOST);
  const entryOf = await cadenceEntries(ledger, organisation, moments);
  const shown = moments
    .map((moment) => ({ moment, entry: entryOf(moment) }))
    .filter(({ entry }) => recipient === undefined || entry?.to === recipient);
  const name = await ledger.moments.organisationName(organisation);
  const events = shown.map(({ moment, entry }) =>
    eventOf(moment, entry?.title[language] ?? moment.kind, pageOf(moment.partnership)),
  );
  const ofPacks = (await ledger.moments.openOfPacks(organisation, MOST))
    .filter(({ to }) => recipient === undefined || to === recipient)
    .map((moment) => packEventOf(moment, language, packPageOf(moment.pack)));
  const calledOff = (await ledger.moments.calledOff(organisation, MOST))
    .filter(({ to }) => recipient === undefined || to === recipient)
    .map((moment) => calledOffEventOf(moment, language, pageOf(moment.partnership)));
  return feed({
    name: `Social return – ${name}`,
    refreshHours: REFRESH_HOURS,
    events: [...events, ...calledOff, ...ofPacks],
  });
}

function eventOf(moment: OpenMoment, title: string, link: string): CalendarEvent {
  const { partnership, kind, occurrence, dueOn, setBy, setAt } = moment;
  return {
    uid: uidOf(partnership, kind, occurrence),
    revision: setBy,
    moment: { on: dueOn },
    summary: `${title}: ${moment.title}`,
    link,
    status: 'confirmed',
    changedAt: setAt,
  };
}

function calledOffEventOf(moment: CalledOffMoment, language: Language, link: string): CalendarEvent {
  const { partnership, kind, occurrence, dueOn, what, title, revision, changedAt } = moment;
  return {
    uid: uidOf(partnership, kind, occurrence),
    revision,
    moment: { on: dueOn },
    summary: `${what[language]}: ${title}`,
    link,
    status: 'cancelled',
    changedAt,
  };
}

/** What ends in a rule pack: the last day on which it still holds. */
function packEventOf(moment: OpenPackMoment, language: Language, link: string): CalendarEvent {
  const { id, kind, occurrence, dueOn, title, pack, changedAt } = moment;
  const last = { nl: 'geldt voor het laatst', en: 'holds for the last time' }[language];
  return {
    uid: uidOf(id, kind, occurrence),
    revision: 0,
    moment: { on: dueOn },
    summary: `${title[language]}: ${last} (${pack.name} ${pack.version})`,
    link,
    status: 'confirmed',
    changedAt,
  };
}
