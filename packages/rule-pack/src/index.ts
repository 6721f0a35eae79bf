export { loadPack } from './load-pack.js';
export { PackInvalid, type Problem } from './problem.js';
export { type FactSet, type FactValues } from './facts.js';
export type {
  CompiledRule,
  DatedValue,
  FactTree,
  FactType,
  Manifest,
  Pack,
  Parameter,
  ParameterOn,
  RequiredRecord,
  Rule,
  Severity,
  Source,
  Text,
  Unit,
  Verdict,
  Vocabulary,
} from './model.js';
