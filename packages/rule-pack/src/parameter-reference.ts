import { type Unit } from './model.js';
import { nearest } from './nearest.js';
import { type Report } from './problem.js';
import { type Setting } from './rules.js';
import { type Tree } from './yaml-tree.js';

/** Checks that a file outside `parameters/` names a parameter that exists, with a unit that fits its place. */
export function checkParameter(
  name: string,
  takes: readonly Unit[],
  tree: Tree,
  { names, parameters }: Setting,
  report: Report,
): void {
  const meaning = names.meaningOf(`parameter.${name}`);
  if (meaning?.kind === 'broken') return;
  const parameter = parameters.get(name);
  if (!parameter) {
    const meant = nearest(name, parameters.keys());
    return report(
      tree.place,
      'parameter-unknown',
      `De parameter '${name}' bestaat niet in dit pakket${meant ? `; bedoelde u '${meant}'?` : '.'}`,
      `The parameter '${name}' does not exist in this pack${meant ? `; did you mean '${meant}'?` : '.'}`,
    );
  }
  if (takes.includes(parameter.unit)) return;
  report(
    tree.place,
    'parameter-unit',
    `Hier hoort een parameter met eenheid ${takes.join(' of ')}; ${name} heeft ${parameter.unit}.`,
    `This takes a parameter with unit ${takes.join(' or ')}; ${name} has ${parameter.unit}.`,
  );
}

/** Longest duration that anything is reckoned with, by unit: a hundred years. Beyond it dates would not exist. */
export const LONGEST = { maanden: 1_200, dagen: 36_525 } as const;

/** Checks that the values of a parameter in months or days do not lead beyond the calendar. */
export function checkLength(name: string, { place }: Tree, setting: Pick<Setting, 'parameters'>, report: Report): void {
  for (const { unit, value } of wholeValuesOf(name, setting)) {
    if ((unit !== 'maanden' && unit !== 'dagen') || value <= LONGEST[unit]) continue;
    report(
      place,
      'duration-too-long',
      `${name} is ergens ${value} ${unit}; een moment ligt hoogstens ${LONGEST[unit]} ${unit} weg. Verlaag het.`,
      `${name} is ${value} ${unit} somewhere; a moment is at most ${LONGEST[unit]} ${unit} away. Lower it.`,
    );
  }
}

/** Every whole number that a parameter is at some time; what is wrong with a parameter itself was reported there. */
export function wholeValuesOf(
  name: string,
  { parameters }: Pick<Setting, 'parameters'>,
): { readonly unit: Unit; readonly value: number }[] {
  const parameter = parameters.get(name);
  return (parameter?.values ?? []).flatMap(({ value }) =>
    typeof value === 'number' && parameter ? [{ unit: parameter.unit, value }] : [],
  );
}
