import { type Pack, type Parameter, type Text } from '../model.js';
import { canonical, differing, paired, type Change } from './change.js';
import { periodsBetween, periodText, type Period } from './periods.js';
import { type Level } from './version-advice.js';

/**
 * @param date ISO date of comparison: a value that changes before or on it may change what was decided
 */
export function parameterChanges(before: Pack, after: Pack, date: string): Change[] {
  const read = new Set([...before.rules, ...after.rules].flatMap(({ readsParameters }) => readsParameters));
  return paired(before.parameters, after.parameters).flatMap((pair) => {
    const { key } = pair;
    if (!pair.before) return pair.after ? added(pair.after, read.has(key), date) : [];
    return pair.after ? changed(pair.before, pair.after, read.has(key), date) : removed(pair.before);
  });
}

function added(parameter: Parameter, isRead: boolean, date: string): Change[] {
  const { name, title, unit } = parameter;
  const periods = periodsBetween(undefined, parameter);
  const details = periods.map((period) => periodText(period, { before: unit, after: unit }));
  const toFillIn: Text = { nl: 'nog in te vullen', en: 'to be filled in' };
  return [
    {
      area: 'parameter',
      kind: 'added',
      subject: name,
      level: levelOf(periods, isRead, date) === 'major' ? 'major' : 'minor',
      text: {
        nl: `Parameter ${name} erbij: ${title.nl}.`,
        en: `Parameter ${name} added: ${title.en}.`,
      },
      details: parameter.known ? details : [toFillIn],
    },
  ];
}

function removed(parameter: Parameter): Change[] {
  const { name, title, unit } = parameter;
  const periods = periodsBetween(parameter, undefined);
  return [
    {
      area: 'parameter',
      kind: 'removed',
      subject: name,
      level: periods.length > 0 ? 'major' : 'minor',
      text: { nl: `Parameter ${name} weg: ${title.nl}.`, en: `Parameter ${name} removed: ${title.en}.` },
      details: periods.map((period) => periodText(period, { before: unit, after: unit })),
    },
  ];
}

function changed(before: Parameter, after: Parameter, isRead: boolean, date: string): Change[] {
  if (canonical(before) === canonical(after)) return [];
  const unit = { before: before.unit, after: after.unit };
  const periods = periodsBetween(before, after);
  const details = [
    ...periods.map((period) => periodText(period, unit)),
    ...(unit.before === unit.after ? [] : [unitText(before, after)]),
    ...paper(before, after),
  ];
  const level = unit.before === unit.after ? levelOf(periods, isRead, date) : 'major';
  const { name } = after;
  const text: Text =
    level === 'patch'
      ? { nl: `Parameter ${name}: de waarden blijven gelijk.`, en: `Parameter ${name}: the values stay the same.` }
      : { nl: `Parameter ${name} veranderd: ${after.title.nl}.`, en: `Parameter ${name} changed: ${after.title.en}.` };
  return [{ area: 'parameter', kind: 'changed', subject: name, level, text, details }];
}

/**
 * A value that was there and is another now, in a period that has begun, turns decisions around. Where there was no
 * value it does so only when a rule reads it.
 */
function levelOf(periods: readonly Period[], isRead: boolean, date: string): Level {
  if (periods.length === 0) return 'patch';
  const turns = periods.some(({ from, before }) => from <= date && (before !== null || isRead));
  return turns ? 'major' : 'minor';
}

function unitText({ unit: was }: Parameter, { unit: is }: Parameter): Text {
  return { nl: `eenheid: ${was} → ${is}`, en: `unit: ${was} → ${is}` };
}

function paper(before: Parameter, after: Parameter): Text[] {
  const keys = differing(before, after, ['title', 'lastVerifiedOn']);
  const sources = (parameter: Parameter) => canonical(parameter.values.map(({ from, source }) => [from, source]));
  const assumptions = (parameter: Parameter) => canonical(parameter.values.map(({ assumption }) => assumption ?? null));
  return [
    ...(keys.includes('title') ? [{ nl: 'titel veranderd', en: 'title changed' }] : []),
    ...(keys.includes('lastVerifiedOn')
      ? [
          {
            nl: `nagekeken op ${before.lastVerifiedOn} → ${after.lastVerifiedOn}`,
            en: `verified on ${before.lastVerifiedOn} → ${after.lastVerifiedOn}`,
          },
        ]
      : []),
    ...(sources(before) === sources(after) ? [] : [{ nl: 'bronnen veranderd', en: 'sources changed' }]),
    ...(assumptions(before) === assumptions(after) ? [] : [{ nl: 'aannames veranderd', en: 'assumptions changed' }]),
  ];
}
