import { loadPack } from '../load-pack.js';
import { type CompiledRule, type Pack } from '../model.js';
import { PackInvalid, type Problem } from '../problem.js';
import { vocabulary } from './vocabulary.js';

type Files = Readonly<Record<string, string>>;

export const manifest = `name: proef
version: 1.0.0
title: { nl: Proef, en: Trial }
description: { nl: Een proefpakket, en: A trial pack }
maintainer: Samenwerkt
licence: EUPL-1.2
engine: ^0.1.0
lifecycles: [stappenplan-2020]
`;

export const drempel = `name: drempel
title: { nl: Drempel, en: Threshold }
unit: euro
lastVerifiedOn: 2026-11-22
values:
  - from: 2015-01-01
    value: '100000.00'
    source: { title: Bron }
`;

/** One rule; what is given replaces or adds lines. */
export function rule(lines: Readonly<Record<string, string>> = {}): string {
  const all = {
    id: 'PR-01',
    title: '{ nl: Regel, en: Rule }',
    events: '[gunnen]',
    severity: 'block',
    condition: 'contract.waarde >= parameter.drempel',
    referenceDate: 'vandaag',
    message: '{ nl: Niet goed, en: Not right }',
    remedy: '{ nl: Verbeter het, en: Correct it }',
    source: '{ title: Bron }',
    ...lines,
  };
  return Object.entries(all)
    .map(([key, value], i) => `${i === 0 ? '- ' : '  '}${key}: ${value}\n`)
    .join('');
}

/** A small pack that is right, with files replaced or added. */
export function filesWith(files: Files = {}): ReadonlyMap<string, string> {
  return new Map(
    Object.entries({
      'pack.yaml': manifest,
      'parameters/drempel.yaml': drempel,
      'rules/regels.yaml': rule(),
      ...files,
    }),
  );
}

export function packWith(files: Files = {}): Pack {
  return loadPack(filesWith(files), vocabulary);
}

/** What is wrong with the pack that has these files; empty when it loads. */
export function problemsWith(files: Files): readonly Problem[] {
  return problemsOf(filesWith(files));
}

export function problemsOf(files: ReadonlyMap<string, string>): readonly Problem[] {
  try {
    loadPack(files, vocabulary);
    return [];
  } catch (error) {
    if (error instanceof PackInvalid) return error.problems;
    throw error;
  }
}

/** `file:line:column code` and the Dutch text of each problem. */
export function shown(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, column, code, nl }) => `${file}:${line}:${column} ${code} ${nl}`);
}

/** The one rule of a pack whose condition this is. */
export function ruleWith(
  condition: string,
  lines: Readonly<Record<string, string>> = {},
): { pack: Pack; rule: CompiledRule } {
  const pack = packWith({ 'rules/regels.yaml': rule({ condition: JSON.stringify(condition), ...lines }) });
  const [compiled] = pack.rules;
  if (!compiled) throw new Error('the pack has no rule');
  return { pack, rule: compiled };
}

/** The file of a percentage that an organisation filled in. */
export function percentageFile(name: string, value: string): string {
  return `name: ${name}
title: { nl: Percentage, en: Percentage }
unit: procent
lastVerifiedOn: 2026-11-22
values:
  - from: 2020-01-01
    value: '${value}'
    source: { title: Besluit }
`;
}
