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
