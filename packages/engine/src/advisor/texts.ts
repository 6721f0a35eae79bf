import { type Text } from '@samenwerkt/lifecycle';
import { money } from '@samenwerkt/rule-pack';
import { type Advice, type Combination, type Possibility, type Proposal, type Reachable } from './model.js';

type Language = keyof Text;

/** A proposal in words for the supplier. */
export function proposalText(title: Text, { lines, total }: Combination, open: string, over: string): Text {
  const [sum, gap, more] = [money(total), money(open), money(over)];
  const listed = (language: Language): string => lines.map(({ text }) => `- ${text[language]}`).join('\n');
  const exact = over === '0.00';
  return {
    nl: `${title.nl}:\n${listed('nl')}\nSamen ${sum.nl}; ${exact ? `precies wat nog open staat` : `dat is ${more.nl} meer dan de ${gap.nl} die nog open staat`}.`,
    en: `${title.en}:\n${listed('en')}\nTogether ${sum.en}; ${exact ? `exactly what is still open` : `that is ${more.en} more than the ${gap.en} still open`}.`,
  };
}

/** The whole advice in words, to paste in a mail. */
export function adviceText({ open, proposals, reachable, possibilities }: Omit<Advice, 'text'>): Text {
  const paragraphs = (language: Language): string =>
    [
      openingText(open, proposals)[language],
      ...proposals.map(({ text }, i) => `${i + 1}. ${text[language]}`),
      ...(reachable ? [reachableText(reachable)[language]] : []),
      ...(possibilities.length > 0 ? [possibilitiesText(possibilities)[language]] : []),
    ].join('\n\n');
  return { nl: paragraphs('nl'), en: paragraphs('en') };
}

function openingText(open: string, proposals: readonly Proposal[]): Text {
  const gap = money(open);
  if (open === '0.00')
    return { nl: 'Er staat niets meer open; er is niets nodig.', en: 'Nothing is open any more; nothing is needed.' };
  if (proposals.length === 0)
    return {
      nl: `Voor de verplichting staat nog ${gap.nl} open. Binnen de genoemde mogelijkheden is dat niet te halen.`,
      en: `Of the obligation ${gap.en} is still open. Within the possibilities named that cannot be reached.`,
    };
  return {
    nl: `Voor de verplichting staat nog ${gap.nl} open. Dit kan op een van deze manieren:`,
    en: `Of the obligation ${gap.en} is still open. It can be met in one of these ways:`,
  };
}

function reachableText({ lines, total, short, limitedBy }: Reachable): Text {
  const [sum, rest] = [money(total), money(short)];
  const words = (language: Language): string =>
    [...lines.map(({ text }) => `- ${text[language]}`), ...limitedBy.map(({ text }) => `→ ${text[language]}`)].join(
      '\n',
    );
  return {
    nl: `Hoogstens haalbaar is ${sum.nl}; dan blijft ${rest.nl} open.\n${words('nl')}`,
    en: `At most ${sum.en} can be reached; then ${rest.en} stays open.\n${words('en')}`,
  };
}

/** What is true of several blocks is said once. */
function possibilitiesText(possibilities: readonly Possibility[]): Text {
  const listed = (language: Language): string => {
    const texts = [...new Set(possibilities.map(({ text }) => text[language]))];
    const titles = (said: string): string =>
      possibilities.flatMap(({ title, text }) => (text[language] === said ? [title[language]] : [])).join('; ');
    return texts.map((said) => `- ${titles(said)}: ${said}`).join('\n');
  };
  return {
    nl: `Wat ook kan, en hier niet is meegeteld:\n${listed('nl')}`,
    en: `What is possible as well, and not counted here:\n${listed('en')}`,
  };
}
