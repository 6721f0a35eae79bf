import { type AskedEvidence, type Figure, type Outcome, type ParameterUse, type Step } from '@samenwerkt/engine';
import { shown } from './reasons.js';

type Language = 'nl' | 'en';

const WORDS = {
  nl: {
    since: 'geldt sinds',
    source: 'bron',
    assumed: 'aanname',
    evidence: 'Gevraagd bewijs',
    adviser: 'de adviseur beslist',
    duty: 'een verplichting zonder bedrag',
  },
  en: {
    since: 'valid since',
    source: 'source',
    assumed: 'assumed',
    evidence: 'Evidence asked',
    adviser: 'the adviser decides',
    duty: 'an obligation without an amount',
  },
} as const;

/** A computed figure as a tree for a terminal: each step with its parameters, their dates and sources, and what must prove it. */
export function figureLines({ title, outcome, steps, evidence = [] }: Figure, language: Language): string[] {
  return [
    `${title[language]}: ${outcomeText(outcome, language)}`,
    ...steps.flatMap((one) => stepLines(one, language, 1)),
    ...(evidence.length > 0 ? [`  ${WORDS[language].evidence}:`] : []),
    ...evidence.flatMap((one) => evidenceLines(one, language)),
  ];
}

function evidenceLines({ title, from, note, source, assumption }: AskedEvidence, language: Language): string[] {
  const words = WORDS[language];
  const assumed = assumption === undefined ? '' : ` — ${words.assumed}: ${assumption}`;
  return [
    `  • ${title[language]}, ${words.since} ${from}; ${words.source}: ${sourceText(source)}${assumed}`,
    ...(note ? [`      ${note[language]}`] : []),
  ];
}

function outcomeText(outcome: Outcome, language: Language): string {
  switch (outcome.kind) {
    case 'amount':
      return outcome.amount;
    case 'adviser':
    case 'duty':
      return WORDS[language][outcome.kind];
    default:
      return outcome.reason[language];
  }
}

function stepLines({ text, parameters, source, assumption, parts }: Step, language: Language, depth: number): string[] {
  const words = WORDS[language];
  const indent = '  '.repeat(depth);
  return [
    `${indent}• ${text[language]}`,
    ...parameters.map((use) => `${indent}    ${parameterText(use, language)}`),
    ...(source ? [`${indent}    ${words.source}: ${sourceText(source)}`] : []),
    ...(assumption === undefined ? [] : [`${indent}    ${words.assumed}: ${assumption}`]),
    ...parts.flatMap((part) => stepLines(part, language, depth + 1)),
  ];
}

function parameterText({ name, value, unit, validFrom, source, assumption }: ParameterUse, language: Language): string {
  const words = WORDS[language];
  const assumed = assumption === undefined ? '' : ` — ${words.assumed}: ${assumption}`;
  return `${name}: ${shown(value, '')} (${unit}), ${words.since} ${validFrom}; ${words.source}: ${sourceText(source)}${assumed}`;
}

function sourceText({ title, page, address }: NonNullable<Step['source']>): string {
  return [title, page, address].filter((part) => part !== undefined).join(', ');
}
