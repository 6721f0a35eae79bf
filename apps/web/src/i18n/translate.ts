import { language } from './language.js';
import { TEXTS } from './texts.js';

export type TextKey = keyof typeof TEXTS;

/**
 * A text of the screens in the language of whoever looks. `{name}` stands for a value; in `{n|one|many}` the number
 * chooses.
 */
export function t(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  const [nl, en] = TEXTS[key];
  return filled({ nl, en }[language()], values);
}

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_whole, name: string, one?: string, many?: string) =>
    one === undefined ? String(values[name] ?? '') : values[name] === 1 ? one : (many ?? ''),
  );
}
