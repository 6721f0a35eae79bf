import { addMonths } from '@samenwerkt/calendar';
import { durationsOf } from '../cadence/durations.js';
import { type DatedValue, type Parameter } from '../model.js';
import { type Tree } from '../yaml-tree.js';
import { findings, type Finding, type Remark } from './finding.js';
import { type Loaded } from './loaded-files.js';

/** After this many months somebody must compare a value with its source again. */
const verifiedFor = 12;

/** What can be said about the parameters of a pack, one check a line. */
export function parameterFindings(loaded: Loaded): Finding[] {
  const parameters = [...loaded.pack.parameters.values()];
  const on = (check: (parameter: Parameter, loaded: Loaded) => Iterable<Remark>): Remark[] =>
    parameters.flatMap((parameter) => [...check(parameter, loaded)]);
  return [
    ...findings('warning', 'fill-in-needed', on(neededButUnknown)),
    ...findings('warning', 'fill-in-needed', on(unplannable)),
    ...findings('note', 'fill-in', on(unknown)),
    ...findings('warning', 'source-untraceable', on(untraceable)),
    ...findings('warning', 'not-verified', on(notVerified)),
    ...findings('warning', 'verified-later', on(verifiedLater)),
    ...findings('warning', 'value-repeats', on(repeats)),
    ...findings('warning', 'value-ends-nothing', on(endsNothing)),
    ...findings('note', 'parameter-unused', unused(parameters, loaded)),
  ];
}

function readersOf({ name }: Parameter, { pack }: Loaded): string[] {
  return pack.rules.filter(({ readsParameters }) => readsParameters.includes(name)).map(({ rule }) => rule.id);
}

/** Entries of the cadence whose moment is reckoned with this parameter. */
function momentsOf({ name }: Parameter, { pack }: Loaded): string[] {
  return (pack.cadence ?? []).filter((entry) => durationsOf(entry)[0].parameter === name).map(({ id }) => id);
}

function* neededButUnknown(parameter: Parameter, loaded: Loaded): Generator<Remark> {
  const readers = readersOf(parameter, loaded).join(', ');
  if (parameter.known || readers === '') return;
  yield [
    loaded.parameterPlace(parameter, 'values'),
    {
      nl: `In te vullen: ${parameter.name} is onbekend, en zolang kan ${readers} niet oordelen. Zet er een waarde met bron in.`,
      en: `To fill in: ${parameter.name} is not known, and until then ${readers} cannot judge. Give it a value with its source.`,
    },
  ];
}

function* unplannable(parameter: Parameter, loaded: Loaded): Generator<Remark> {
  const moments = momentsOf(parameter, loaded).join(', ');
  if (parameter.known || moments === '') return;
  yield [
    loaded.parameterPlace(parameter, 'values'),
    {
      nl: `In te vullen: ${parameter.name} is onbekend, en zolang wordt ${moments} niet gepland. Zet er een waarde met bron in.`,
      en: `To fill in: ${parameter.name} is not known, and until then ${moments} is not planned. Give it a value with its source.`,
    },
  ];
}

function* unknown(parameter: Parameter, loaded: Loaded): Generator<Remark> {
  if (parameter.known || readersOf(parameter, loaded).length + momentsOf(parameter, loaded).length > 0) return;
  yield [
    loaded.parameterPlace(parameter, 'values'),
    {
      nl: `In te vullen: ${parameter.name} (${parameter.title.nl}) is onbekend.`,
      en: `To fill in: ${parameter.name} (${parameter.title.en}) is not known.`,
    },
  ];
}

function* untraceable(parameter: Parameter, loaded: Loaded): Generator<Remark> {
  for (const [i, { source }] of parameter.values.entries()) {
    if (source.document ?? source.page ?? source.address) continue;
    yield [
      loaded.parameterPlace(parameter, 'values', i, 'source'),
      {
        nl: `De bron '${source.title}' is niet na te slaan; noem een document, bladzijde of adres.`,
        en: `The source '${source.title}' cannot be looked up; name a document, page or address.`,
      },
    ];
  }
}

function* notVerified(parameter: Parameter, loaded: Loaded): Generator<Remark> {
  const { known, lastVerifiedOn } = parameter;
  if (!known || addMonths(lastVerifiedOn, verifiedFor) > loaded.date) return;
  yield [
    loaded.parameterPlace(parameter, 'lastVerifiedOn'),
    {
      nl: `${parameter.name} is ${verifiedFor} maanden of langer niet met de bron vergeleken; doe dat, en zet hier de datum.`,
      en: `${parameter.name} has not been compared with its source for ${verifiedFor} months or more; do so, and put the date here.`,
    },
  ];
}

function* verifiedLater(parameter: Parameter, loaded: Loaded): Generator<Remark> {
  if (parameter.lastVerifiedOn <= loaded.date) return;
  yield [
    loaded.parameterPlace(parameter, 'lastVerifiedOn'),
    {
      nl: `${parameter.lastVerifiedOn} is nog niet geweest; zet hier de dag waarop iemand de bron echt heeft nagekeken.`,
      en: `${parameter.lastVerifiedOn} has not come yet; put here the day on which somebody really looked at the source.`,
    },
  ];
}

/** The same value again says something only when its source or assumption is another. */
function* repeats(parameter: Parameter, loaded: Loaded): Generator<Remark> {
  for (const [i, value] of parameter.values.entries()) {
    const before = parameter.values[i - 1];
    if (!before || !saysTheSame(before, value)) continue;
    yield [
      loaded.parameterPlace(parameter, 'values', i, 'value'),
      {
        nl: `De waarde vanaf ${value.from} is dezelfde als die vanaf ${before.from}, met dezelfde bron; haal er één weg.`,
        en: `The value from ${value.from} is the same as that from ${before.from}, with the same source; remove one of them.`,
      },
    ];
  }
}

function saysTheSame(a: DatedValue, b: DatedValue): boolean {
  const key = ({ value, source: { title, document, page, address }, assumption }: DatedValue) =>
    JSON.stringify(value === null ? null : [value, title, document, page, address, assumption]);
  return key(a) === key(b);
}

function* endsNothing(parameter: Parameter, loaded: Loaded): Generator<Remark> {
  if (parameter.values[0]?.value !== null) return;
  yield [
    loaded.parameterPlace(parameter, 'values', 0, 'value'),
    {
      nl: 'null beëindigt een waarde, maar ervoor is er geen; haal deze regel weg.',
      en: 'null ends a value, but there is none before it; remove this item.',
    },
  ];
}

function* unused(parameters: readonly Parameter[], loaded: Loaded): Generator<Remark> {
  const { pack, readByEngine, trees } = loaded;
  // With a cadence of its own the pack says itself what the engine reads; the file is among those looked through below.
  const used = new Set(pack.cadence ? [] : readByEngine);
  for (const { rule, readsParameters } of pack.rules) {
    for (const name of [...readsParameters, ...(rule.needed === undefined ? [] : [rule.needed])]) used.add(name);
  }
  for (const [path, tree] of trees) if (!isOwnFile(path)) mentions(tree, used);
  for (const parameter of parameters) {
    if (used.has(parameter.name)) continue;
    yield [
      loaded.parameterPlace(parameter, 'name'),
      {
        nl: `Geen regel gebruikt ${parameter.name}; het telt pas mee als een regel ernaar vraagt.`,
        en: `No rule uses ${parameter.name}; it does not count until a rule asks for it.`,
      },
    ];
  }
}

/** Parameters do not use themselves, and a rule has been asked what it reads. */
function isOwnFile(path: string): boolean {
  return path.startsWith('parameters/') || path.startsWith('rules/') || path.startsWith('tests/');
}

const inExpression = /\bparameter\.([\w.]+)/g;

/** Other files of a pack name a parameter in full, or within an expression. */
function mentions(tree: Tree, used: Set<string>): void {
  if (tree.kind === 'map') for (const { value } of tree.entries.values()) mentions(value, used);
  else if (tree.kind === 'list') for (const item of tree.items) mentions(item, used);
  else if (typeof tree.value === 'string') {
    used.add(tree.value);
    for (const [, name] of tree.value.matchAll(inExpression)) if (name !== undefined) used.add(name);
  }
}
