/** What may break a header or a line of a list: control characters, line and paragraph separators, and lone halves of a character. */
const breaking = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]+/gu;

/** Whether the text would break a header. */
export function hasLineBreak(text: string): boolean {
  return text.search(breaking) >= 0;
}

/** Marks that turn the direction of what follows: with them a title can pretend to be another one. */
const turning = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The text on one line, safe for a mail header: a title with a line break cannot add a header of its own.
 * @param longest most characters; what is longer is cut at a word where possible and ends in an ellipsis
 */
export function oneLine(text: string, longest = Infinity): string {
  const line = text.replace(turning, '').replace(breaking, ' ').replace(/\s+/gu, ' ').trim();
  return shortened(line, longest);
}

function shortened(line: string, longest: number): string {
  // Whole characters as people see them: a flag or an accent put on a letter is not cut in two.
  const characters = [...new Intl.Segmenter('nl').segment(line)].map(({ segment }) => segment);
  if (characters.length <= longest) return line;
  const cut = characters.slice(0, longest - 1).join('');
  const word = cut.lastIndexOf(' ');
  return `${(word > cut.length / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
