import { cadenceOf } from './cadence/load-cadence.js';
import { valueOn } from './dated.js';
import { digestOf } from './digest.js';
import { FactSet } from './facts.js';
import {
  type CompiledRule,
  type Manifest,
  type Pack,
  type Parameter,
  type RequiredRecord,
  type Vocabulary,
} from './model.js';
import { namesOf } from './names.js';
import { obligationsOf } from './obligation/load-obligations.js';
import { manifestFile, recordFile, ruleFile } from './pack-files.js';
import { testsIn } from './pack-tests/load-tests.js';
import { parameterNameOf, readable } from './pack-folder.js';
import { parameterOf, viewsOf } from './parameters.js';
import { byPlace, PackInvalid, type Problem, type Report } from './problem.js';
import { compileRule, type Setting } from './rules.js';
import { satisfies } from './semver-range.js';
import { under } from './shape.js';
import { valuationOf } from './valuation/load-valuation.js';
import { readTree, type Tree } from './yaml-tree.js';

/** With this many problems the remaining files are left unread: whoever wrote them has enough to do. */
const enough = 1000;

/**
 * Reads, checks and compiles a rule pack. Pure: the caller reads the files.
 * @param files path relative to the pack's folder, with forward slashes → text
 * @param vocabulary what the engine knows and rules may refer to
 * @throws PackInvalid with every problem found, ordered by file and line
 */
export function loadPack(files: ReadonlyMap<string, string>, vocabulary: Vocabulary): Pack {
  const problems: Problem[] = [];
  const report: Report = ({ file, line, column }, code, nl, en) => problems.push({ file, line, column, code, nl, en });
  const texts = readable(files, report);
  const trees = new Map<string, Tree>();
  for (const [path, text] of texts) {
    if (problems.length > enough) break;
    const tree = readTree(path, text, report);
    if (tree) trees.set(path, tree);
  }
  const manifest = manifestIn(trees, vocabulary, report);
  const parameters = parametersIn(trees, report);
  const named = texts.flatMap(([path]) => parameterNameOf(path) ?? []);
  const names = namesOf(vocabulary, parameters, named);
  const setting: Setting = { vocabulary, manifest, parameters, names, viewOn: viewsOf(parameters) };
  const rules = rulesIn(trees, setting, report);
  const requiredRecords = recordsIn(trees, setting, report);
  const obligationTree = trees.get('obligation.yaml');
  const obligations = obligationTree ? obligationsOf(obligationTree, setting, report) : [];
  const valuationTree = trees.get('valuation.yaml');
  const valuation = valuationTree && valuationOf(valuationTree, setting, named, report);
  const cadenceTree = trees.get('cadence.yaml');
  const cadence = cadenceTree && cadenceOf(cadenceTree, setting, report);
  // What has a mistake of its own is not there to ask about; saying so twice would not help.
  const sound = problems.length === 0;
  const tests = testsIn(trees, vocabulary.facts, report, sound && { rules, obligations, valuation });
  if (problems.length > 0 || !manifest) throw new PackInvalid(problems.sort(byPlace));
  const parts = { manifest, digest: digestOf(texts), parameters, rules, requiredRecords, obligations, tests };
  return assemble({ ...parts, ...(valuation && { valuation }), ...(cadence && { cadence }) });
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

function manifestIn(trees: ReadonlyMap<string, Tree>, vocabulary: Vocabulary, report: Report): Manifest | undefined {
  const tree = trees.get('pack.yaml');
  const manifest = tree && manifestFile(tree, report);
  if (!manifest) return undefined;
  const { engine, lifecycles } = manifest;
  if (!satisfies(vocabulary.engineVersion, engine)) {
    report(
      under(tree, 'engine').place,
      'engine-range',
      `Dit pakket is voor motor ${engine}; deze is ${vocabulary.engineVersion}.`,
      `This pack is for engine ${engine}; this one is ${vocabulary.engineVersion}.`,
    );
  }
  lifecycles.forEach((id, i) => {
    if (vocabulary.lifecycles.has(id)) return;
    const known = [...vocabulary.lifecycles.keys()].join(', ');
    report(
      under(tree, 'lifecycles', i).place,
      'lifecycle-unknown',
      `Het stappenplan '${id}' bestaat niet; kies uit ${known}.`,
      `The lifecycle '${id}' does not exist; choose from ${known}.`,
    );
  });
  return manifest;
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
      places.set(rule.id, `${place.file}:${place.line}`);
      return compileRule(rule, under(tree, i), setting, report) ?? [];
    });
  });
}

function recordsIn(
  trees: ReadonlyMap<string, Tree>,
  { vocabulary, manifest, names }: Setting,
  report: Report,
): readonly RequiredRecord[] {
  const tree = trees.get('records.yaml');
  const records = tree ? (recordFile(tree, report) ?? []) : [];
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
