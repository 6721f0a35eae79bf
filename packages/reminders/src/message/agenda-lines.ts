import { type AgendaPoint } from '@samenwerkt/engine';
import { type Language } from './facts.js';
import { writtenDate } from './written-date.js';

/** The points of an agenda as lines of a message: what it is, who sees to it and by when. */
export function agendaLines(points: readonly AgendaPoint[], language: Language): string[] {
  return points.map(({ title, owner, dueOn, kind }) => {
    const by = { nl: 'uiterlijk', en: 'by' }[language];
    const when = dueOn === undefined ? undefined : `${by} ${writtenDate(dueOn, language)}`;
    const late = { nl: 'te laat', en: 'overdue' }[language];
    const who = kind === 'ontbreekt' ? undefined : owner;
    const parts = [who, when, kind === 'afspraakTeLaat' ? late : undefined].filter((part) => part !== undefined);
    return parts.length === 0 ? title[language] : `${title[language]} (${parts.join(', ')})`;
  });
}
