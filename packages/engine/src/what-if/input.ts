import { type JsonSchema } from '@samenwerkt/lifecycle';
import { type FactTree, type FactType } from '@samenwerkt/rule-pack';
import { CONTRACT_SCHEMA } from '../contract.js';
import { checkData } from '../data-check.js';
import { type DataProblem } from '../model.js';
import { contractProblems } from '../start.js';
import { VOCABULARY } from '../vocabulary.js';
import { CONTRIBUTION_SCHEMA, withTextQuantities } from './contribution.js';

const SCHEMAS: Readonly<Record<FactType, JsonSchema>> = {
  string: { type: 'string', minLength: 1, maxLength: 2000 },
  int: { type: 'integer' },
  bool: { type: 'boolean' },
  Euro: { type: 'string', format: 'euro' },
  Procent: { type: 'string', format: 'procent' },
  Datum: { type: 'string', format: 'date' },
  'list<string>': { type: 'array', maxItems: 1000, items: { type: 'string', minLength: 1, maxLength: 2000 } },
};

function schemaOf(tree: FactTree): JsonSchema {
  const properties = Object.entries(tree).map(([name, below]) => [
    name,
    typeof below === 'string' ? SCHEMAS[below] : schemaOf(below),
  ]);
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
}

/** JSON Schema of facts of the dossier as rules read them: every record and field that exists, none that does not. */
export const DOSSIER_SCHEMA: JsonSchema = schemaOf(VOCABULARY.facts['dossier'] as FactTree);

/** Most contributions in one question. */
const MOST = 200;

/** JSON Schema of a {@link WhatIfInput}. */
export const WHAT_IF_SCHEMA: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['contract'],
  properties: {
    contract: CONTRACT_SCHEMA,
    contributions: { type: 'array', maxItems: MOST, items: CONTRIBUTION_SCHEMA },
    dossier: DOSSIER_SCHEMA,
    lifecycle: { type: 'string', minLength: 1, maxLength: 60 },
  },
};

/** Every fault in a what-if question: shape, facts that do not exist, BSN-like numbers, an end before the start. */
export function whatIfProblems(input: unknown): DataProblem[] {
  const problems = checkData(WHAT_IF_SCHEMA, readable(input));
  if (problems.length > 0) return problems;
  const { contract } = input as { contract: unknown };
  return contractProblems(contract).map((problem) => ({ ...problem, path: `/contract${problem.path}` }));
}

function readable(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const { contributions } = input as { contributions?: unknown };
  return Array.isArray(contributions) ? { ...input, contributions: contributions.map(withTextQuantities) } : input;
}
