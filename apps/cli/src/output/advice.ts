import { type Advice, type Open, type ProposalLine } from '@samenwerkt/engine';
import { figureLines } from './figures.js';

type Language = 'nl' | 'en';

const HOW = { nl: 'Hoe de bedragen tot stand komen', en: 'How the amounts come about' };

/** An advice for a terminal: where the open amount comes from, the text for the supplier and, when asked, the way to every amount. */
export function adviceLines(advice: Advice, basis: Open, language: Language, explained: boolean): string[] {
  const { obligation, realised } = basis;
  return [
    ...(obligation ? figureLines(obligation, language) : []),
    ...(realised?.figures.flatMap((figure) => figureLines(figure, language)) ?? []),
    ...(obligation ? [''] : []),
    advice.text[language],
    ...(explained ? ['', `${HOW[language]}:`, ...explanation(advice, language)] : []),
  ];
}

/** The way to each amount, once for contributions that are in several proposals. */
function explanation({ proposals, reachable }: Advice, language: Language): string[] {
  const lines = [...proposals, ...(reachable ? [reachable] : [])].flatMap((one) => one.lines);
  const known = new Map<string, ProposalLine>(lines.map((line) => [JSON.stringify(line.contribution), line]));
  return [...known.values()].flatMap(({ figure }) => figureLines(figure, language));
}
