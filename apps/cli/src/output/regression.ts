import { type Cause, type ParameterChange } from '@samenwerkt/engine';
import { type Differing, type RegressionReport } from '@samenwerkt/ledger';
import { type Language } from '../workplace.js';
import { shown } from './reasons.js';
import { obligationSumLines, owedLines } from './regression-obligation.js';

const WORDS = {
  nl: {
    otherWay: (part: number, all: number) => `${part} van de ${all} partnerschappen zouden anders zijn verlopen.`,
    otherWarnings: (count: number) => `${count} zouden hetzelfde zijn verlopen, met andere waarschuwingen.`,
    leftOut: 'Niet beoordeeld',
    stopped: 'Gestopt voor het einde; beoordeeld is',
    failed: 'Mislukt',
    refused: 'zou zijn geweigerd',
    appeared: 'nieuwe waarschuwing',
    disappeared: 'waarschuwing vervalt',
    since: 'sinds',
    nothing: 'geen waarde',
    newRule: 'nieuwe regel',
    ruleGone: 'regel vervalt',
    rewritten: 'regel herschreven',
    more: (count: number) => `… en nog ${count}; alleen de eerste worden bewaard.`,
    onlyObligation: 'Zouden gelijk zijn verlopen, met een andere verplichting:',
  },
  en: {
    otherWay: (part: number, all: number) => `${part} of ${all} partnerships would have gone another way.`,
    otherWarnings: (count: number) => `${count} would have gone the same way, with other warnings.`,
    leftOut: 'Not judged',
    stopped: 'Stopped before the end; judged',
    failed: 'Failed',
    refused: 'would have been refused',
    appeared: 'new warning',
    disappeared: 'warning gone',
    since: 'since',
    nothing: 'no value',
    newRule: 'new rule',
    ruleGone: 'rule gone',
    rewritten: 'rule rewritten',
    more: (count: number) => `… and ${count} more; only the first are kept.`,
    onlyObligation: 'Would have gone the same way, with another obligation:',
  },
} as const;

const LEFT_OUT = {
  nl: {
    quarantined: 'apart gezet',
    unplayable: 'niet na te spelen',
    packUnavailable: 'pakket van toen niet geladen',
    otherLifecycle: 'ander stappenplan dan de kandidaat',
  },
  en: {
    quarantined: 'quarantined',
    unplayable: 'cannot be replayed',
    packUnavailable: 'pack of the time not loaded',
    otherLifecycle: 'another lifecycle than the candidate',
  },
} as const;

/** What a regression found, as lines for a terminal: how many, and of each the first event that differs and why. */
export function regressionLines(
  { state, progress, failure, findings }: RegressionReport,
  language: Language,
): string[] {
  const words = WORDS[language];
  const { judged, leftOut, refused, warned, refusals, warnings, otherObligations } = findings;
  const out = Object.entries(leftOut).filter(([, count]) => count > 0);
  return [
    ...(state === 'stopped' ? [`${words.stopped} ${progress.done}/${progress.partnerships}.`] : []),
    ...(state === 'failed' ? [`${words.failed}: ${failure ?? ''}`] : []),
    words.otherWay(refused.partnerships, judged),
    ...refusals.flatMap((one) => differingLines(one, language)),
    ...(refused.partnerships > refusals.length ? [words.more(refused.partnerships - refusals.length)] : []),
    words.otherWarnings(warned.partnerships),
    ...warnings.flatMap((one) => differingLines(one, language)),
    ...(warned.partnerships > warnings.length ? [words.more(warned.partnerships - warnings.length)] : []),
    ...(findings.obligation ? obligationSumLines(findings.obligation, language) : []),
    ...(otherObligations.length > 0 ? [words.onlyObligation] : []),
    ...otherObligations.flatMap((one) => differingLines(one, language)),
    ...out.map(([reason, count]) => `${words.leftOut}: ${count} ${LEFT_OUT[language][reason as keyof typeof leftOut]}`),
  ];
}

function differingLines(differing: Differing, language: Language): string[] {
  const { partnership, kenmerk, title, firstRefused, firstWarned, obligation } = differing;
  const words = WORDS[language];
  const head = [`  ${title}  (${kenmerk}, ${partnership})`, ...(obligation ? owedLines(obligation, language) : [])];
  if (firstRefused) {
    const { sequence, event, at, causes } = firstRefused;
    return [
      ...head,
      `    ${sequence}  ${at.slice(0, 10)}  ${event}: ${words.refused}`,
      ...causes.flatMap((cause) => causeLines('✗', cause, language)),
    ];
  }
  if (!firstWarned) return head;
  const { sequence, event, at, appeared, disappeared } = firstWarned;
  return [
    ...head,
    ...(appeared.length > 0 ? [`    ${sequence}  ${at.slice(0, 10)}  ${event}: ${words.appeared}`] : []),
    ...appeared.flatMap((cause) => causeLines('!', cause, language)),
    ...(disappeared.length > 0 ? [`    ${sequence}  ${at.slice(0, 10)}  ${event}: ${words.disappeared}`] : []),
    ...disappeared.flatMap((cause) => causeLines('·', cause, language)),
  ];
}

/** A rule or record by which two packs judge differently, with the figures that differ. */
export function causeLines(mark: string, cause: Cause, language: Language): string[] {
  const { id, message, parameters, was, now } = cause;
  const change = ruleChange(cause);
  return [
    `      ${mark} ${message[language]}  [${id}${change === undefined ? '' : `, ${WORDS[language][change]}`}]`,
    // The figures of a rule that one of the two packs has not got say nothing about what changed.
    ...(was === 'absent' || now === 'absent' ? [] : parameters).map(
      (parameter) => `        ${parameterLine(parameter, language)}`,
    ),
  ];
}

function ruleChange({ was, now, rewritten }: Cause): 'newRule' | 'ruleGone' | 'rewritten' | undefined {
  if (was === 'absent') return 'newRule';
  if (now === 'absent') return 'ruleGone';
  return rewritten ? 'rewritten' : undefined;
}

function parameterLine({ name, was, now, unit }: ParameterChange, language: Language): string {
  const { since, nothing } = WORDS[language];
  const figure = (one: ParameterChange['was']) =>
    one === undefined ? nothing : `${shown(one.value, nothing)} (${since} ${one.validFrom})`;
  const same = JSON.stringify(was) === JSON.stringify(now);
  return `${name}, ${unit}: ${same ? figure(now) : `${figure(was)} → ${figure(now)}`}`;
}
