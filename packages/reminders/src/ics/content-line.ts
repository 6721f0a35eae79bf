/** Longest line of a calendar in octets, without its line break (RFC 5545 §3.1). */
const longestLine = 75;

/** What a calendar may not hold (RFC 5545 §3.3.11): control characters, and lone halves of a character. */
const forbidden = /[\p{Surrogate}\p{Cc}]/gu;

/** Text as a value: line breaks, commas, semicolons and backslashes escaped; what a calendar cannot hold is left out. */
export function textValue(text: string): string {
  return text
    .replace(/\r\n|\r/g, '\n')
    .replace(forbidden, (character) => ('\n\t'.includes(character) ? character : ''))
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, '\\n');
}

/** Text between the quotes of a parameter. It can hold no double quotes there: they become single ones. */
export function quoted(text: string): string {
  return `"${text.replace(/\s+/g, ' ').replace(forbidden, '').replace(/"/g, "'")}"`;
}

/** A calendar's lines as one text: folded at 75 octets, never within a character, every line ended by CRLF. */
export function contentLines(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      parts.push(part);
      part = '';
      octets = 1; // the space that starts a continued line
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
