import { cadenceOf, type CadenceEntry } from '@samenwerkt/engine';
import { NotFound, type Ledger, type OpenMoment } from '@samenwerkt/ledger';
import { feed, uidOf, type CalendarEvent } from '@samenwerkt/reminders';
import { type Language } from '../http/language.js';
import { type PageOf } from '../http/site.js';

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
}

/** The open check-ins and deadlines of an organisation as an iCalendar file, earliest first. */
export async function feedOf(ledger: Ledger, { organisation, recipient, language, pageOf }: Asked): Promise<string> {
  const moments = await ledger.moments.open(organisation, MOST);
  const entries = await entriesOf(ledger, organisation, moments);
  const shown = moments
    .map((moment) => ({ moment, entry: entries.get(packOf(moment))?.find(({ id }) => id === moment.kind) }))
    .filter(({ entry }) => recipient === undefined || entry?.to === recipient);
  const name = await ledger.moments.organisationName(organisation);
  const events = shown.map(({ moment, entry }) =>
    eventOf(moment, entry?.title[language] ?? moment.kind, pageOf(moment.partnership)),
  );
  return feed({ name: `Social return – ${name}`, refreshHours: REFRESH_HOURS, events });
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

/** The cadence of each pack that these are asked by; one that is not there any more has no titles to give. */
async function entriesOf(ledger: Ledger, organisation: string, moments: readonly OpenMoment[]) {
  const packs = new Map(moments.map((moment) => [packOf(moment), moment.pack]));
  const entries = new Map<string, readonly CadenceEntry[]>();
  for (const [key, { name, version }] of packs) {
    try {
      entries.set(key, cadenceOf(await ledger.shelf.version(organisation, name, version)));
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
  return entries;
}

function packOf({ pack }: OpenMoment): string {
  return `${pack.name} ${pack.version}`;
}
