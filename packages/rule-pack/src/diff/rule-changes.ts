import { type Pack, type Rule, type Text } from '../model.js';
import { canonical, differing, paired, type Change } from './change.js';
import { type Level } from './version-advice.js';

const names: Readonly<Record<string, Text>> = {
  condition: { nl: 'voorwaarde', en: 'condition' },
  appliesWhen: { nl: 'geldt wanneer', en: 'applies when' },
  referenceDate: { nl: 'peildatum', en: 'reference date' },
  severity: { nl: 'zwaarte', en: 'severity' },
};

/** What decides: when one of these changes, the same facts may be judged differently. */
const deciding = ['condition', 'appliesWhen', 'referenceDate', 'severity'] as const;
const forReaders = ['title', 'message', 'remedy', 'now', 'needed', 'advice', 'source'] as const;

/** The rules that were added, removed or changed, by id, each with the events it touches. */
export function ruleChanges(before: Pack, after: Pack): Change[] {
  const byId = (pack: Pack) => pack.rules.map(({ rule }) => [rule.id, rule] as const);
  return paired(byId(before), byId(after)).flatMap(({ before: was, after: is }) => {
    if (was && is) return canonical(was) === canonical(is) ? [] : [changed(was, is)];
    return [was, is].flatMap((rule) => (rule ? [cameOrWent(rule, is ? 'added' : 'removed')] : []));
  });
}

function cameOrWent(rule: Rule, kind: 'added' | 'removed'): Change {
  const { id, title, events, severity } = rule;
  const verb = kind === 'added' ? { nl: 'erbij', en: 'added' } : { nl: 'weg', en: 'removed' };
  return {
    area: 'rule',
    kind,
    subject: id,
    level: kind === 'added' && severity === 'block' ? 'major' : 'minor',
    text: { nl: `Regel ${id} ${verb.nl}: ${title.nl}.`, en: `Rule ${id} ${verb.en}: ${title.en}.` },
    details: [touched(events), severityText(severity)],
  };
}

function changed(was: Rule, is: Rule): Change {
  const keys = differing(was, is, deciding);
  const readers = differing(was, is, forReaders);
  const [gone, fresh] = [without(was.events, is.events), without(is.events, was.events)];
  const { id, title } = is;
  const details = [
    touched([...new Set([...was.events, ...is.events])]),
    ...(fresh.length > 0 ? [{ nl: `nu ook bij: ${fresh.join(', ')}`, en: `now also at: ${fresh.join(', ')}` }] : []),
    ...(gone.length > 0 ? [{ nl: `niet meer bij: ${gone.join(', ')}`, en: `no longer at: ${gone.join(', ')}` }] : []),
    ...deciding.filter((key) => keys.includes(key)).map((key) => partText(key, was[key], is[key])),
    ...(readers.length > 0
      ? [{ nl: `voor de lezer: ${readers.join(', ')}`, en: `for the reader: ${readers.join(', ')}` }]
      : []),
  ];
  return {
    area: 'rule',
    kind: 'changed',
    subject: id,
    level: levelOf(was, is, keys.length > 0, fresh.length > 0, gone.length > 0),
    text: { nl: `Regel ${id} veranderd: ${title.nl}.`, en: `Rule ${id} changed: ${title.en}.` },
    details,
  };
}

/** Whether a changed condition holds back more cannot be told from its text: it is taken that it does. */
function levelOf(was: Rule, is: Rule, decides: boolean, more: boolean, fewer: boolean): Level {
  const relaxed = was.severity === 'block' && is.severity === 'warn';
  if (is.severity === 'block' && (decides || more)) return 'major';
  return decides || more || fewer || relaxed ? 'minor' : 'patch';
}

function touched(events: readonly string[]): Text {
  return { nl: `raakt: ${events.join(', ')}`, en: `touches: ${events.join(', ')}` };
}

function severityText(severity: Rule['severity']): Text {
  return severity === 'block' ? { nl: 'houdt tegen', en: 'blocks' } : { nl: 'waarschuwt', en: 'warns' };
}

function partText(key: (typeof deciding)[number], was: string | undefined, is: string | undefined): Text {
  const name = names[key] ?? { nl: key, en: key };
  const shown = (text: string | undefined) => text?.trim().replace(/\s+/g, ' ') ?? '-';
  return { nl: `${name.nl}: ${shown(was)} → ${shown(is)}`, en: `${name.en}: ${shown(was)} → ${shown(is)}` };
}

function without(events: readonly string[], others: readonly string[]): string[] {
  return [...new Set(events)].filter((event) => !others.includes(event));
}
