import { type Letter } from './letter.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is text wherever it stands in HTML, also between the quotes of an attribute. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * The letter as HTML that every mail program and screen reader can make something of: the language is declared, headings
 * and lists are headings and lists, colours are the reader's own. No images, no style sheets or scripts from
 * elsewhere, and nothing that tells the sender it was read.
 */
export function html(letter: Letter): string {
  const { language, subject, greeting, paragraphs, glance, agenda, link, why, footer } = letter;
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>`,
    '<body style="font-family: Arial, Helvetica, sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em">',
    paragraph(greeting),
    ...paragraphs.map(paragraph),
    ...(glance.length > 0 ? [paragraph(glance.map(([label, value]) => `${label}: ${value}`).join('\n'))] : []),
    ...(agenda ? list(agenda.title, agenda.items) : []),
    `<p><a href="${escaped(link.href)}">${escaped(link.label)}</a></p>`,
    ...list(why.title, why.lines),
    paragraph(footer),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function paragraph(text: string): string {
  return `<p>${text.split('\n').map(escaped).join('<br>\n')}</p>`;
}

function list(title: string, items: readonly string[]): string[] {
  return [
    `<h2 style="font-size: 16px">${escaped(title)}</h2>`,
    '<ul>',
    ...items.map((item) => `<li>${escaped(item)}</li>`),
    '</ul>',
  ];
}
