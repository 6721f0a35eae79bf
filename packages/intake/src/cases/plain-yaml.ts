import { readYaml, valueOf } from './yaml-tree.js';

/**
 * The value of a YAML 1.2 file (JSON is YAML too), read as strictly as a case: no anchors, aliases or tags, no key twice. Its
 * shape is for the caller to check; a key `__proto__` is a key like any other.
 * @param file name to show with faults
 * @throws CaseUnreadable with every fault found
 */
export function readPlainYaml(text: string, file: string): unknown {
  return valueOf(readYaml(text, file));
}
