import { canonicalJson } from './canonical-json.js';

/** A position as it is stored: public ids of leaves, each list in the order of the chart. */
interface StoredPosition {
  readonly active: readonly string[];
  /** Where the lifecycle was when it was suspended; only while it is. */
  readonly history?: readonly string[];
}

/** The one text that stands for a position. */
export function writeStored(position: StoredPosition): string {
  return canonicalJson(position);
}

/** The stored position in a text, or undefined when the text does not have that shape. */
export function readStored(text: string): StoredPosition | undefined {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const { active, history } = value as Partial<Record<string, unknown>>;
  if (!isTexts(active) || !(history === undefined || isTexts(history))) return undefined;
  return history === undefined ? { active } : { active, history };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}
