import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { OVER } from '../../components/phase-name.js';
import { dateOf, plusDays } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { lastDayOf } from './month.js';

/** Most entries of a kind in one month. */
export const MOST = 300;

/** Something on a day. */
export interface Entry {
  readonly id: string;
  /** Local date, ISO. */
  readonly on: string;
  readonly title: string;
  readonly about: string;
  readonly isReminder: boolean;
  /** Absent when it belongs to no partnership. */
  readonly partnership?: string;
}

/** What an agenda shows. */
interface Shown {
  /** `2026-11`. */
  readonly month: string;
  /** Only of this coordinator. */
  readonly coordinator?: string;
  readonly withReminders: boolean;
}

/** What is on in a month, earliest first. */
export const entriesQuery = (shown: Shown) =>
  queryOptions({
    queryKey: ['work', 'agenda', shown],
    queryFn: async () => {
      const moments = await momentsOf(shown);
      const ends = await endsOf(shown);
      const reminders = shown.withReminders ? await remindersOf(shown) : [];
      const items = [...moments, ...ends, ...reminders].sort((one, other) => one.on.localeCompare(other.on));
      return { items, isCut: [moments, ends, reminders].some(({ length }) => length >= MOST) };
    },
  });

async function momentsOf({ month, coordinator }: Shown): Promise<Entry[]> {
  const found: Entry[] = [];
  const until = lastDayOf(month);
  for (let cursor: string | undefined; found.length < MOST;) {
    const query = {
      ...{ limit: 100, from: `${month}-01`, until },
      ...(coordinator !== undefined && { coordinator }),
      ...(cursor !== undefined && { cursor }),
    };
    const { items, nextCursor } = await ask(api.GET('/api/v1/work-list', { params: { query } }));
    for (const { id, dueOn: on, kind, partnership } of items)
      found.push({
        id,
        on,
        title: kind.title,
        about: partnership.title,
        partnership: partnership.id,
        isReminder: false,
      });
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return found;
}

/** The last days of contracts whose partnership is not over. */
async function endsOf({ month, coordinator }: Shown): Promise<Entry[]> {
  const found: Entry[] = [];
  for (let cursor: string | undefined; found.length < MOST;) {
    const query = {
      ...{ limit: 100, endsFrom: `${month}-01`, endsUntil: lastDayOf(month) },
      ...(coordinator !== undefined && { coordinator }),
      ...(cursor !== undefined && { cursor }),
    };
    const { items, nextCursor } = await ask(api.GET('/api/v1/partnerships', { params: { query } }));
    for (const { id, title: about, phase, contractEndsOn: on } of items)
      if (on !== null && phase !== OVER)
        found.push({ id: `${id} einde`, on, title: t('cal.ends'), about, partnership: id, isReminder: false });
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return found;
}

async function remindersOf({ month }: Shown): Promise<Entry[]> {
  const found: Entry[] = [];
  const before = plusDays(lastDayOf(month), 1);
  for (let cursor: string | undefined; found.length < MOST;) {
    const query = { limit: 100, from: `${month}-01`, before, ...(cursor !== undefined && { cursor }) };
    const { items, nextCursor } = await ask(api.GET('/api/v1/reminders', { params: { query } }));
    for (const { id, dueAt, subject, recipient } of items)
      found.push({
        ...{ id, on: dateOf(dueAt), about: t('cal.to', { who: recipient.title }), isReminder: true },
        title: t('cal.reminder', { title: subject }),
      });
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return found;
}
