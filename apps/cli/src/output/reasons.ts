import { type Reason } from '@samenwerkt/engine';

type Language = 'nl' | 'en';

const WORDS = {
  nl: {
    now: 'nu',
    needed: 'nodig',
    since: 'geldt sinds',
    source: 'bron',
    nothing: 'niets vastgelegd',
    assumed: 'aanname',
  },
  en: {
    now: 'now',
    needed: 'needed',
    since: 'valid since',
    source: 'source',
    nothing: 'nothing on record',
    assumed: 'assumed',
  },
} as const;

/** A reason as lines for a terminal: what, the values, the parameter with its date, the source, and what to do. */
export function reasonLines(reason: Reason, language: Language): string[] {
  const words = WORDS[language];
  const mark = {
    fulfilled: '✓',
    notApplicable: '·',
    notFulfilled: reason.severity === 'block' ? '✗' : '!',
    unknown: '?',
  }[reason.outcome];
  const { now, needed, parameters, source } = reason;
  const values = [
    ...(now ? [`${words.now}: ${shown(now.value, words.nothing)}`] : []),
    ...(needed && needed.value !== undefined ? [`${words.needed}: ${shown(needed.value, words.nothing)}`] : []),
  ];
  const from = [source.title, source.page, source.address].filter((part) => part !== undefined).join(', ');
  return [
    `    ${mark} ${reason.message[language]}  [${reason.id}]`,
    ...(values.length > 0 ? [`      ${values.join('   ')}`] : []),
    ...parameters.map(
      (parameter) =>
        `      ${parameter.title[language]}: ${shown(parameter.value, words.nothing)} (${parameter.unit}), ${words.since} ${parameter.validFrom}${parameter.assumption === undefined ? '' : ` — ${words.assumed}: ${parameter.assumption}`}`,
    ),
    `      ${words.source}: ${from}`,
    `      → ${reason.remedy[language]}`,
  ];
}

/** A value in few words. */
export function shown(value: unknown, nothing: string): string {
  if (value === undefined || value === null) return nothing;
  if (Array.isArray(value)) return value.map((item) => shown(item, nothing)).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
