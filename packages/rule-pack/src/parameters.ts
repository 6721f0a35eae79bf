import { type DatedValue, type Parameter } from './model.js';
import { parameterFile } from './pack-files.js';
import { type Report } from './problem.js';
import { fromJson } from './quantities.js';
import { under } from './shape.js';
import { fits, units } from './units.js';
import { type Tree } from './yaml-tree.js';
import { valueOn } from './dated.js';
import { type ParameterView } from './expression.js';

/**
 * Reads a parameter's file and checks what takes more than one field to see.
 * @param named the name its path says it has
 */
export function parameterOf(tree: Tree, named: string, report: Report): Parameter | undefined {
  const file = parameterFile(tree, report);
  if (!file) return undefined;
  const { source, ...parameter } = file;
  const { name, values, unit } = parameter;
  let sound = true;
  const complain: Report = (...problem) => {
    sound = false;
    report(...problem);
  };
  if (name !== named) {
    const path = `parameters/${name.replaceAll('.', '/')}.yaml`;
    complain(
      under(tree, 'name').place,
      'parameter-name',
      `De naam hoort bij ${path}; verplaats het bestand of noem het ${named}.`,
      `The name belongs to ${path}; move the file or call it ${named}.`,
    );
  }
  checkKnown(tree, source, values, complain);
  checkOrder(tree, values, complain);
  values.forEach(({ value }, i) => {
    const { nl, en } = units[unit].form;
    const { place } = under(tree, 'values', i, 'value');
    if (!fits(unit, value))
      complain(place, 'parameter-value', `Bij de eenheid ${unit} hoort ${nl}.`, `The unit ${unit} takes ${en}.`);
  });
  return sound ? { ...parameter, known: values.length > 0 } : undefined;
}

function checkKnown(tree: Tree, source: 'onbekend' | undefined, values: readonly DatedValue[], complain: Report): void {
  if (values.length === 0 && source === undefined) {
    complain(
      under(tree, 'values').place,
      'source-missing',
      'Een parameter zonder waarden heeft `source: onbekend` nodig.',
      'A parameter without values needs `source: onbekend`.',
    );
  }
  if (values.length > 0 && source !== undefined) {
    complain(
      under(tree, 'source').place,
      'source-unneeded',
      '`source: onbekend` hoort alleen bij `values: []`; elke waarde noemt haar eigen bron.',
      '`source: onbekend` goes with `values: []` only; each value names its own source.',
    );
  }
}

function checkOrder(tree: Tree, values: readonly DatedValue[], complain: Report): void {
  values.forEach(({ from }, i) => {
    const before = values[i - 1]?.from;
    if (before === undefined || before < from) return;
    const { place } = under(tree, 'values', i, 'from');
    if (before === from) {
      const nl = `De datum ${from} komt twee keer voor; houd er één over.`;
      return complain(place, 'from-double', nl, `The date ${from} is there twice; keep one of them.`);
    }
    const nl = `De datum ${from} staat na ${before}; zet de waarden op volgorde van datum.`;
    complain(place, 'from-order', nl, `The date ${from} comes after ${before}; put the values in order of date.`);
  });
}

/** How many dates are remembered; a run of decisions asks for a handful, a policy regression for some thousands. */
const rememberedDates = 512;

/** For each date the parameters as expressions see them; worked out once a date. */
export function viewsOf(parameters: ReadonlyMap<string, Parameter>): (isoDate: string) => ParameterView {
  const converted = new Map<DatedValue, unknown>();
  for (const { unit, values } of parameters.values()) {
    for (const value of values) converted.set(value, fromJson[units[unit].type](value.value));
  }
  const views = new Map<string, ParameterView>();
  return (isoDate) => {
    const known = views.get(isoDate);
    if (known) return known;
    if (views.size >= rememberedDates) views.clear();
    const view = new Map<string, unknown>();
    for (const [name, { values }] of parameters) {
      const current = valueOn(values, isoDate);
      if (current && current.value !== null) view.set(name, converted.get(current));
    }
    views.set(isoDate, view);
    return view;
  };
}
