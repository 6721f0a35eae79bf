/**
 * No citizen service number (BSN) may enter the product. A number is taken for one when it has nine digits, also with
 * dots, spaces or dashes between them, and passes the eleven-test.
 */

/** Nine digits with at most one separator between two of them, not part of a longer number. */
const NINE_DIGITS = /(?<!\d|\d[ .-])\d(?:[ .-]?\d){8}(?![ .-]?\d)/g;

/** Dates and UUIDs are full of digits and never a BSN; amounts behind a euro sign neither. */
const HARMLESS = [
  /\b\d{4}-\d{2}-\d{2}\b/g,
  /\b\d{1,2}-\d{1,2}-\d{4}\b/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  /€ ?\d[\d.]*(?:,\d+)?/g,
];

/** The first number in the text that can be a BSN, as written there; undefined when there is none. */
export function findBsn(text: string): string | undefined {
  return findBsns(text)[0];
}

/** All numbers in the text that can be a BSN, as written there. */
export function findBsns(text: string): string[] {
  if (!/\d/.test(text)) return [];
  const rest = HARMLESS.reduce((kept, pattern) => kept.replace(pattern, 'x'), text);
  return [...rest.matchAll(NINE_DIGITS)].map(([found]) => found).filter((found) => passesElevenTest(digitsOf(found)));
}

/** The text with `…` in the place of every number that can be a BSN, for messages about it. */
export function withoutBsns(text: string): string {
  return findBsns(text).reduce((rest, found) => rest.replaceAll(found, '…'), text);
}

/** A number without what stands between its digits. */
export function digitsOf(number: string): string {
  return number.replace(/\D/g, '');
}

/** The eleven-test of the BSN: 9a + 8b + … + 2h − i is a multiple of eleven, and not all zeros. */
function passesElevenTest(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0 && /[1-9]/.test(digits);
}
