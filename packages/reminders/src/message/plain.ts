import { type Letter } from './letter.js';

/** The letter as plain text: what a mail program without HTML and a log show. Lines end in `\n`. */
export function plainText(letter: Letter): string {
  const { greeting, paragraphs, glance, agenda, link, why, footer } = letter;
  const blocks = [
    greeting,
    ...paragraphs,
    ...(glance.length > 0 ? [glance.map(([label, value]) => `${label}: ${value}`).join('\n')] : []),
    ...(agenda ? [list(agenda.title, agenda.items)] : []),
    `${link.label}:\n${link.href}`,
    list(why.title, why.lines),
    footer,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function list(title: string, items: readonly string[]): string {
  return [`${title}:`, ...items.map((item) => `- ${item}`)].join('\n');
}
