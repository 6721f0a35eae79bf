import { type Text } from '../model.js';

/** A value of a pack in words: a text as it is, yes or no, a list or block by the values in it, a dash when there is none. */
export function shown(value: unknown): Text {
  if (isText(value)) return value;
  return { nl: wordsIn(value, 'nl'), en: wordsIn(value, 'en') };
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'nl' in value && 'en' in value;
}

function wordsIn(value: unknown, language: 'nl' | 'en'): string {
  if (value === undefined || value === null) return '-';
  if (typeof value === 'boolean') return { nl: value ? 'ja' : 'nee', en: value ? 'yes' : 'no' }[language];
  if (Array.isArray(value)) return value.map((one) => wordsIn(one, language)).join(', ') || '-';
  if (typeof value !== 'object') return String(value).trim().replace(/\s+/g, ' ');
  return Object.values(value as object)
    .map((one) => wordsIn(one, language))
    .join(' ');
}
