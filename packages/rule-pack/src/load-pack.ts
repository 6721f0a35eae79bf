import { cadenceOf } from './cadence/load-cadence.js';
import { valueOn } from './dated.js';
import { digestOf } from './digest.js';
import { evidenceOf } from './evidence/load-evidence.js';
import { FactSet } from './facts.js';
import { layered, overlaid } from './layers.js';
import { checkNamespace, type Manifests, manifestsIn } from './manifest.js';
import { type CompiledRule, type Pack, type Parameter, type RequiredRecord, type Vocabulary } from './model.js';
import { namesOf } from './names.js';
import { obligationsOf } from './obligation/load-obligations.js';
import { recordFile, ruleFile } from './pack-files.js';
import { testsIn } from './pack-tests/load-tests.js';
import { parameterNameOf, readable } from './pack-folder.js';
import { parameterOf, viewsOf } from './parameters.js';
import { byPlace, PackInvalid, type Problem, type Report } from './problem.js';
import { compileRule, type Setting } from './rules.js';
import { under } from './shape.js';
import { textsOf } from './texts/load-texts.js';
import { valuationOf } from './valuation/load-valuation.js';
import { readTree, type Tree } from './yaml-tree.js';

/** With this many problems the remaining files are left unread: whoever wrote them has enough to do. */
const enough = 1000;

/**
 * Reads, checks and compiles a rule pack. Pure: the caller reads the files.
 * @param files path relative to the pack's folder, with forward slashes → text; with the pack it extends in `base/`
 * @param vocabulary what the engine knows and rules may refer to
 * @throws PackInvalid with every problem found, ordered by file and line
 */
export function loadPack(files: ReadonlyMap<string, string>, vocabulary: Vocabulary): Pack {
  const problems: Problem[] = [];
  const report: Report = ({ file, line, column }, code, nl, en) => problems.push({ file, line, column, code, nl, en });
  const texts = readable(files, report);
  const effective = overlaid(texts);
  const trees = new Map<string, Tree>();
  for (const [path, { file, text }] of effective) {
    if (problems.length > enough) break;
    const tree = readTree(file, text, report);
    if (tree) trees.set(path, tree);
  }
  const manifests = manifestsOf(texts, trees, vocabulary, report);
  const manifest = manifests.own;
  const parameters = parametersIn(trees, report);
  const named = [...effective.keys()].flatMap((path) => parameterNameOf(path) ?? []);
  const names = namesOf(vocabulary, parameters, named);
  const setting: Setting = { vocabulary, manifests, parameters, names, viewOn: viewsOf(parameters) };
  const parts = partsIn(trees, setting, named, report);
  // What has a mistake of its own is not there to ask about; saying so twice would not help.
  const tests = testsIn(trees, { facts: vocabulary.facts, manifests }, report, problems.length === 0 && parts);
  if (problems.length > 0 || !manifest) throw new PackInvalid(problems.sort(byPlace));
  return assemble({ manifest, digest: digestOf(texts), parameters, ...parts, tests });
}

/** The digest that {@link loadPack} would give these files, without reading what they say. */
export function digestOfPack(files: ReadonlyMap<string, string>): string {
  return digestOf(readable(files, () => undefined));
}

type Parts = Pick<Pack, 'rules' | 'requiredRecords' | 'obligations' | 'cadence' | 'valuation' | 'evidence' | 'texts'>;

/** Everything that stands on the manifest and the parameters. */
function partsIn(trees: ReadonlyMap<string, Tree>, setting: Setting, named: readonly string[], report: Report): Parts {
  const within = <T>(path: string, read: (tree: Tree) => T): T | undefined => {
    const tree = trees.get(path);
    return tree && read(tree);
  };
  const valuation = within('valuation.yaml', (tree) => valuationOf(tree, setting, named, report));
  const cadence = within('cadence.yaml', (tree) => cadenceOf(tree, setting, report));
  const known = trees.has('valuation.yaml') && !valuation ? false : valuation;
  return {
    rules: rulesIn(trees, setting, report),
    requiredRecords: recordsIn(trees, setting, report),
    obligations: within('obligation.yaml', (tree) => obligationsOf(tree, setting, report)) ?? [],
    ...(cadence && { cadence }),
    ...(valuation && { valuation }),
    evidence: within('evidence.yaml', (tree) => evidenceOf(tree, setting, known, report)) ?? [],
    texts: within('texts.yaml', (tree) => textsOf(tree, setting, report)) ?? new Map(),
  };
}

function assemble(parts: Omit<Pack, 'rulesFor' | 'parameterOn' | 'facts'>): Pack {
  const guards = new Map<string, CompiledRule[]>();
  for (const compiled of parts.rules) {
    for (const event of new Set(compiled.rule.events)) guards.set(event, [...(guards.get(event) ?? []), compiled]);
  }
  return {
    ...parts,
    rulesFor: (event) => guards.get(event) ?? [],
    parameterOn(name, isoDate) {
      const parameter = parts.parameters.get(name);
      const current = parameter && valueOn(parameter.values, isoDate);
      return parameter && current && current.value !== null ? { parameter, current } : undefined;
    },
    facts: (values) => new FactSet(values),
  };
}

/** The own manifest is read already; those of the bases are not among the files that count. */
function manifestsOf(
  texts: readonly (readonly [string, string])[],
  trees: ReadonlyMap<string, Tree>,
  vocabulary: Vocabulary,
  report: Report,
): Manifests {
  const below = texts.filter(([file]) => layered(file).layer > 0 && layered(file).path === 'pack.yaml');
  const all = new Map(trees);
  for (const [file, text] of below) {
    const tree = readTree(file, text, report);
    if (tree) all.set(file, tree);
  }
  const files = texts.map(([file]) => file);
  return manifestsIn(all, files, vocabulary, report);
}

function parametersIn(trees: ReadonlyMap<string, Tree>, report: Report): ReadonlyMap<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  for (const [path, tree] of trees) {
    const name = parameterNameOf(path);
    const parameter = name === undefined ? undefined : parameterOf(tree, name, report);
    if (parameter) parameters.set(parameter.name, parameter);
  }
  return parameters;
}

function rulesIn(trees: ReadonlyMap<string, Tree>, setting: Setting, report: Report): readonly CompiledRule[] {
  const places = new Map<string, string>();
  return [...trees].flatMap(([path, tree]) => {
    const rules = path.startsWith('rules/') ? ruleFile(tree, report) : undefined;
    return (rules ?? []).flatMap((rule, i) => {
      const there = places.get(rule.id);
      const { place } = under(tree, i, 'id');
      if (there !== undefined) {
        report(
          place,
          'rule-id-double',
          `Regel ${rule.id} staat al in ${there}; geef een ander kenmerk.`,
          `Rule ${rule.id} is already in ${there}; give it another id.`,
        );
      }
      checkNamespace(rule.id, place, setting.manifests, report);
      places.set(rule.id, `${place.file}:${place.line}`);
      return compileRule(rule, under(tree, i), setting, report) ?? [];
    });
  });
}

function recordsIn(
  trees: ReadonlyMap<string, Tree>,
  { vocabulary, manifests, names }: Setting,
  report: Report,
): readonly RequiredRecord[] {
  const tree = trees.get('records.yaml');
  const records = tree ? (recordFile(tree, report) ?? []) : [];
  const manifest = tree && manifests.of(tree.place);
  if (!tree || !manifest) return records;
  records.forEach(({ state, field }, i) => {
    const lifecycles = manifest.lifecycles.join(', ');
    if (!manifest.lifecycles.some((id) => vocabulary.lifecycles.get(id)?.states.has(state))) {
      report(
        under(tree, i, 'state').place,
        'state-unknown',
        `De toestand '${state}' bestaat niet in ${lifecycles}.`,
        `The state '${state}' does not exist in ${lifecycles}.`,
      );
    }
    if (field.startsWith('dossier.') && names.meaningOf(field)?.kind === 'fact') return;
    const suggested = names.suggest(field);
    const meant = suggested?.startsWith('dossier.') ? suggested : undefined;
    report(
      under(tree, i, 'field').place,
      'field-unknown',
      `'${field}' is geen gegeven van het dossier${meant ? `; bedoelde u '${meant}'?` : '.'}`,
      `'${field}' is not a fact of the dossier${meant ? `; did you mean '${meant}'?` : '.'}`,
    );
  });
  return records;
}
