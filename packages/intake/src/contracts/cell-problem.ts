import { withoutBsns, type Text } from '@samenwerkt/engine';
import { problemTexts, type ProblemCode } from './problem-texts.js';

/** A cell, or a place in the file where a cell should be. */
export interface CellPlace {
  /** Physical line in the file, from 1; line breaks within quoted cells count. */
  readonly line: number;
  /** Column of the table, from 1. */
  readonly column: number;
  /** Header of the column as the file writes it; empty where there is none. */
  readonly header: string;
  /** What the cell says. */
  readonly value: string;
}

/** What is wrong with one cell and how to mend it, in both languages. `value` is cut to a readable length. */
export interface CellProblem extends CellPlace {
  readonly code: ProblemCode;
  readonly nl: string;
  readonly en: string;
}

type Details = Readonly<Record<string, string | number | Text>>;

const readableLength = 40;
/** Characters of a cell that are looked at: more than are shown, so that no half of a number is left at the end. */
const searched = 400;

/** Problems with the file as a whole are shown at its first cell. */
export const wholeFile: CellPlace = { line: 1, column: 1, header: '', value: '' };

export function problem(code: ProblemCode, place: CellPlace, details: Details = {}): CellProblem {
  const [value, header] = [readable(place.value), readable(place.header)];
  const known: Details = { line: place.line, header, value, ...details };
  const { nl, en } = problemTexts[code];
  return {
    line: place.line,
    column: place.column,
    header,
    value,
    code,
    nl: fill(nl, known, 'nl'),
    en: fill(en, known, 'en'),
  };
}

function fill(template: string, details: Details, language: keyof Text): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const detail = details[name] ?? '';
    return withoutBsns(typeof detail === 'object' ? detail[language] : String(detail));
  });
}

/**
 * One short line without control characters, fit for a terminal and a table. A number that can be a BSN is not repeated:
 * problems end up on screens and in logs.
 */
function readable(text: string): string {
  const line = withoutBsns(text.slice(0, searched))
    .slice(0, 2 * readableLength)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
  return line.length > readableLength ? `${line.slice(0, readableLength - 1)}…` : line;
}
