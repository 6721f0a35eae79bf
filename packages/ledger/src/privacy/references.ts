/** How histories refer to a person: `subject:` and the id. */
const REFERENCE = /subject:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/g;
const PREFIX = 'subject:';

/** The reference to a data subject. */
export function referenceTo(id: string): string {
  return PREFIX + id;
}

/** Ids of all that a text refers to, each once. */
export function referred(text: string): string[] {
  if (!text.includes(PREFIX)) return [];
  return [...new Set([...text.matchAll(REFERENCE)].map(([, id = '']) => id))];
}

/** The text with each reference replaced; one for which there is nothing stays as it is. */
export function replaced(text: string, by: (id: string) => string | undefined): string {
  return text.replace(REFERENCE, (reference, id: string) => by(id) ?? reference);
}

/** A JSON value with each reference in its texts replaced. */
export function replacedIn<T>(value: T, by: (id: string) => string | undefined): T {
  const json = JSON.stringify(value);
  return referred(json).length === 0 ? value : (JSON.parse(replacedInJson(json, by)) as T);
}

/** The same where the value is written as JSON. */
export function replacedInJson(json: string, by: (id: string) => string | undefined): string {
  return replaced(json, (id) => {
    const text = by(id);
    return text === undefined ? undefined : JSON.stringify(text).slice(1, -1);
  });
}
