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

type Details = Readonly<Record<string, string | number>>;

const readableLength = 40;

/** Problems with the file as a whole are shown at its first cell. */
export const wholeFile: CellPlace = { line: 1, column: 1, header: '', value: '' };

export function problem(code: ProblemCode, place: CellPlace, details: Details = {}): CellProblem {
  const value = readable(place.value);
  const known: Details = { line: place.line, header: place.header, value, ...details };
  const { nl, en } = problemTexts[code];
  return {
    line: place.line,
    column: place.column,
    header: readable(place.header),
    value,
    code,
    nl: fill(nl, known),
    en: fill(en, known),
  };
}

function fill(template: string, details: Details): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}

/** One short line without control characters, fit for a terminal and a table. */
function readable(text: string): string {
  const line = text.slice(0, 2 * readableLength).replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
  return line.length > readableLength ? `${line.slice(0, readableLength - 1)}…` : line;
}
