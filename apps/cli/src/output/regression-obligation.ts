import { money, type ObligationTotal } from '@samenwerkt/engine';
import { type Differing, type Findings } from '@samenwerkt/ledger';
import { type Language } from '../workplace.js';

type Sums = NonNullable<Findings['obligation']>;

const WORDS = {
  nl: {
    all: 'Verplichting van de beoordeelde partnerschappen',
    one: 'verplichting',
    of: (count: number) => `van ${count}`,
    duties: (count: number) => `${count} met een verplichting zonder bedrag`,
    changed: (count: number) => `anders voor ${count}`,
    unknown: (before: number, after: number) =>
      `Niet uit te rekenen: ${before} onder het pakket van toen, ${after} onder de kandidaat.`,
    none: 'geen',
    duty: 'zonder bedrag',
    unknownOne: 'niet uit te rekenen',
  },
  en: {
    all: 'Obligation of the partnerships judged',
    one: 'obligation',
    of: (count: number) => `of ${count}`,
    duties: (count: number) => `${count} with an obligation that is no amount`,
    changed: (count: number) => `different for ${count}`,
    unknown: (before: number, after: number) =>
      `Cannot be worked out: ${before} under the pack of the time, ${after} under the candidate.`,
    none: 'none',
    duty: 'no amount',
    unknownOne: 'cannot be worked out',
  },
} as const;

/** What all partnerships owe under both packs; nothing when neither pack asks anything. */
export function obligationSumLines(
  { before, after, changed, unknownBefore, unknownAfter }: Sums,
  language: Language,
): string[] {
  const words = WORDS[language];
  const known = [before, after].reduce((sum, { partnerships, duties }) => sum + partnerships + duties, 0);
  if (known + unknownBefore + unknownAfter === 0) return [];
  const side = ({ amount, partnerships, duties }: Sums['before']) => {
    const parts = [words.of(partnerships), ...(duties > 0 ? [words.duties(duties)] : [])];
    return `${money(amount)[language]} (${parts.join(', ')})`;
  };
  return [
    `${words.all}: ${side(before)} → ${side(after)}; ${words.changed(changed)}.`,
    ...(unknownBefore + unknownAfter > 0 ? [`  ${words.unknown(unknownBefore, unknownAfter)}`] : []),
  ];
}

/** What one partnership owes under both packs. */
export function owedLines({ before, after }: NonNullable<Differing['obligation']>, language: Language): string[] {
  return [`    ${WORDS[language].one}: ${owed(before, language)} → ${owed(after, language)}`];
}

function owed({ amount, duties, unknown }: ObligationTotal, language: Language): string {
  const words = WORDS[language];
  const parts = [
    ...(amount === undefined ? [] : [money(amount)[language]]),
    ...(duties > 0 ? [words.duty] : []),
    ...(unknown ? [words.unknownOne] : []),
  ];
  return parts.length > 0 ? parts.join(' + ') : words.none;
}
