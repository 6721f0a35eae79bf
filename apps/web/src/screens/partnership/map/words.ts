import { longDate, shortDate } from '../../../i18n/format.js';
import { TEXTS } from '../../../i18n/texts.js';
import { t, type TextKey } from '../../../i18n/translate.js';
import { type Place } from './model.js';

/** How a place stands, in a few words. */
export function wordsOf({ standing, on, by }: Place, date: (isoDate: string) => string = shortDate): string {
  const when = on === undefined ? '' : date(on);
  if (standing === 'now') return t('map.since', { date: when });
  if (standing === 'done') return when;
  if (standing === 'blocked') return t('map.blocked', { n: by?.reasons ?? 0 });
  return t(`map.${standing}`);
}

/** The same for the list, where nothing but words tells how it stands. */
export function fullWordsOf(place: Place): string {
  const words = wordsOf(place, longDate);
  if (place.standing === 'done') return t('map.doneOn', { date: words });
  if (place.standing === 'now') return `${t('map.now')}, ${words}`;
  return place.by ? `${words} (${place.by.title})` : words;
}

/** What a lane is called; one that these screens do not know has no name. */
export function laneName(lane: string): string {
  const key = `map.lane.${lane.split('.').at(-1) ?? ''}`;
  return key in TEXTS ? t(key as TextKey) : '';
}
