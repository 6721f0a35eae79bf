import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, visit, type Document, type Node } from 'yaml';
import { CaseUnreadable, type CaseProblem } from './case-unreadable.js';
import { tooDeepAt } from './yaml-depth.js';

/** A YAML value with the line it stands on. */
export type CaseNode =
  | { readonly kind: 'scalar'; readonly line: number; readonly value: unknown }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly CaseNode[] }
  | { readonly kind: 'map'; readonly line: number; readonly entries: readonly CaseEntry[] };

interface CaseEntry {
  readonly key: string;
  readonly line: number;
  readonly node: CaseNode;
}

const largest = 1024 * 1024;

/**
 * Reads YAML 1.2 strictly: one document, no key twice, no anchors, aliases or tags, so that a file means what it shows
 * and cannot unfold into something larger than itself.
 * @throws CaseUnreadable
 */
export function readYaml(text: string, file: string): CaseNode {
  if (text.length > largest) throw new CaseUnreadable(file, [tooLarge]);
  const deep = tooDeepAt(text);
  if (deep !== undefined) throw new CaseUnreadable(file, [{ line: deep, ...tooDeep }]);
  const counter = new LineCounter();
  const documents = parseAllDocuments(text, {
    version: '1.2',
    uniqueKeys: true,
    lineCounter: counter,
    prettyErrors: false,
  });
  const lineOf = (node: Node | null | undefined): number => counter.linePos(node?.range?.[0] ?? 0).line || 1;
  const [document, second] = 'empty' in documents ? [] : documents;
  if (document?.contents == null) throw new CaseUnreadable(file, [{ line: 1, ...emptyFile }]);
  if (second) throw new CaseUnreadable(file, [{ line: lineOf(second.contents), ...oneDocument }]);
  const faults = document.errors.map(({ message, pos }): CaseProblem => ({
    line: counter.linePos(pos[0]).line,
    nl: `Geen geldige YAML: ${message}`,
    en: `Not valid YAML: ${message}`,
  }));
  const problems = [...faults, ...forbidden(document, lineOf)];
  if (problems.length > 0) throw new CaseUnreadable(file, problems);
  return treeOf(document.contents, lineOf);
}

const tooDeep = {
  nl: 'Het bestand is te diep genest; maak het platter.',
  en: 'The file is nested too deep; make it flatter.',
};
const directive = { nl: 'Haal de regel %YAML weg: dit is YAML 1.2.', en: 'Remove the line %YAML: this is YAML 1.2.' };
const emptyFile = { nl: 'Het bestand is leeg.', en: 'The file is empty.' };
const oneDocument = {
  nl: 'Eén bestand is één praktijkgeval: haal --- weg.',
  en: 'One file is one case: remove the ---.',
};
const tooLarge: CaseProblem = { line: 1, nl: 'Het bestand is groter dan 1 MB.', en: 'The file is larger than 1 MB.' };

function forbidden(document: Document.Parsed, lineOf: (node: Node) => number): CaseProblem[] {
  const problems: CaseProblem[] = document.directives.yaml.explicit ? [{ line: 1, ...directive }] : [];
  visit(document, {
    Node(_, node) {
      if (!isAlias(node) && node.anchor === undefined && node.tag === undefined) return;
      problems.push({
        line: lineOf(node),
        nl: 'Ankers (&), verwijzingen (*) en typen (!) worden niet gelezen: schrijf de waarde uit.',
        en: 'Anchors (&), aliases (*) and tags (!) are not read: write the value out.',
      });
    },
  });
  return problems;
}

function treeOf(node: unknown, lineOf: (node: Node) => number): CaseNode {
  if (isMap<Node, Node | null>(node)) {
    const entries = node.items.map(({ key, value }) => ({
      key: isScalar(key) ? String(key.value) : '',
      line: lineOf(key),
      node: value === null ? { kind: 'scalar' as const, line: lineOf(key), value: null } : treeOf(value, lineOf),
    }));
    return { kind: 'map', line: lineOf(node), entries };
  }
  if (isSeq<Node>(node)) {
    return { kind: 'list', line: lineOf(node), items: node.items.map((item) => treeOf(item, lineOf)) };
  }
  return isScalar(node)
    ? { kind: 'scalar', line: lineOf(node), value: node.value }
    : { kind: 'scalar', line: 1, value: null };
}

/** The value of the tree. Only for trees whose keys have been checked: `__proto__` is a key like any other here. */
export function valueOf(node: CaseNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(valueOf);
  return Object.fromEntries(node.entries.map(({ key, node: value }) => [key, valueOf(value)]));
}
