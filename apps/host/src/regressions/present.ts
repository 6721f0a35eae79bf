import { type Cause, type RefusedEvent, type WarnedEvent } from '@samenwerkt/engine';
import { type Differing, type RegressionReport, type RegressionRow } from '@samenwerkt/ledger';
import { type Language } from '../http/language.js';

/** A regression as listed. What went wrong inside the program is not for the world to see. */
export function presentRow({ failure: _, ...row }: RegressionRow): Omit<RegressionRow, 'failure'> {
  return row;
}

/** A regression with what it found, in one language. */
export function presentReport({ findings, ...row }: RegressionReport, language: Language) {
  const { refusals, warnings, otherObligations, ...counts } = findings;
  const inLanguage = (differing: Differing) => presentDiffering(differing, language);
  return {
    ...presentRow(row),
    findings: {
      ...counts,
      refusals: refusals.map(inLanguage),
      warnings: warnings.map(inLanguage),
      otherObligations: otherObligations.map(inLanguage),
    },
  };
}

function presentDiffering({ firstRefused, firstWarned, ...rest }: Differing, language: Language) {
  return {
    ...rest,
    ...(firstRefused ? { firstRefused: presentRefused(firstRefused, language) } : {}),
    ...(firstWarned ? { firstWarned: presentWarned(firstWarned, language) } : {}),
  };
}

function presentRefused({ causes, ...place }: RefusedEvent, language: Language) {
  return { ...place, causes: causes.map((cause) => presentCause(cause, language)) };
}

function presentWarned({ appeared, disappeared, ...place }: WarnedEvent, language: Language) {
  return {
    ...place,
    appeared: appeared.map((cause) => presentCause(cause, language)),
    disappeared: disappeared.map((cause) => presentCause(cause, language)),
  };
}

/** A rule or record by which two packs judge differently, in one language. */
export function presentCause({ title, message, parameters, ...rest }: Cause, language: Language) {
  return {
    ...rest,
    title: title[language],
    message: message[language],
    parameters: parameters.map((parameter) => ({ ...parameter, title: parameter.title[language] })),
  };
}
