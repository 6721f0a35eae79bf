import { DateInvalid, InstantInvalid, plainDate, today } from '@samenwerkt/calendar';
import { CaseUnreadable, type CaseProblem } from './case-unreadable.js';
import { caseRoles, type PracticeCase } from './practice-case.js';
import { faultsOf, type Shape } from './shape.js';
import { readYaml, valueOf, type CaseNode } from './yaml-tree.js';

const text: Shape = { kind: 'text' };
const texts: Shape = { kind: 'list', of: text };
const euro: Shape = { kind: 'text', pattern: /^\d{1,13}\.\d{2}$/, example: '"1440000.00"' };
const date: Shape = { kind: 'text', pattern: /^\d{4}-\d{2}-\d{2}$/, example: '2024-01-31' };
const source: Shape = { kind: 'map', required: { document: text, titel: text, pagina: text } };

const contract: Shape = {
  kind: 'map',
  required: {
    kenmerk: text,
    titel: text,
    categorie: text,
    soort: { kind: 'text', choices: ['werk', 'dienst', 'levering'] },
    waarde: euro,
  },
  optional: {
    loonsom: euro,
    arbeidsaandeel: { kind: 'text', pattern: /^\d{1,3}(\.\d{1,2})?$/, example: '"65"' },
    start: date,
    einde: date,
    verlenging: text,
    procedure: text,
  },
};

const event: Shape = {
  kind: 'map',
  required: {
    op: { kind: 'text', pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, example: '2019-03-04T09:00:00Z' },
    door: {
      kind: 'map',
      required: { id: text, rollen: { kind: 'list', of: { kind: 'text', choices: caseRoles } } },
    },
    event: { kind: 'text', pattern: /^[a-z][A-Za-z0-9]*$/, example: 'principebesluitNemen' },
    gegevens: { kind: 'data' },
  },
  optional: {
    toelichting: text,
    eerstGeweigerd: { kind: 'map', required: { gegevens: { kind: 'data' }, redenen: texts } },
  },
};

const practiceCase: Shape = {
  kind: 'map',
  required: {
    titel: text,
    bron: source,
    lifecycle: { kind: 'text', choices: ['stappenplan-2020', 'stappenplan-2019'] },
    pack: { kind: 'text', pattern: /^[a-z][a-z0-9-]*$/, example: 'utrecht-bouwblokken' },
    contract,
    leverancier: text,
    gebeurtenissen: { kind: 'list', of: event },
    verwacht: { kind: 'map', required: { states: texts } },
  },
  optional: { ookUit: { kind: 'list', of: source }, toelichting: text },
};

/**
 * Reads a case from practice, written as YAML. Strict: an unknown key, a key twice, an alias or an instant out of order
 * is refused with file and line. Whether the events are possible is for the engine.
 * @param file name to show with faults
 * @throws CaseUnreadable with every fault found
 */
export function readCase(yaml: string, file: string): PracticeCase {
  const tree = readYaml(yaml, file);
  const problems = faultsOf(tree, practiceCase, 'geval');
  if (problems.length > 0) throw new CaseUnreadable(file, problems);
  const faults = timeFaults(tree);
  if (faults.length > 0) throw new CaseUnreadable(file, faults);
  return valueOf(tree) as PracticeCase;
}

/** Instants and contract dates that do not exist, and events that do not come after the one before. */
function timeFaults(tree: CaseNode): CaseProblem[] {
  const facts = part(tree, 'contract');
  const dates = ['start', 'einde'].flatMap((name) => part(facts, name) ?? []);
  const missing = dates.filter((node) => !exists(node)).map((node) => notInCalendar(node));
  const events = part(tree, 'gebeurtenissen');
  const instants = events?.kind === 'list' ? events.items.flatMap((item) => part(item, 'op') ?? []) : [];
  return [...missing, ...instants.flatMap((node, index) => instantFaults(node, instants[index - 1]))];
}

function instantFaults(node: CaseNode, before: CaseNode | undefined): CaseProblem[] {
  if (!exists(node)) return [notInCalendar(node)];
  if (before === undefined || written(node) > written(before)) return [];
  return [
    {
      line: node.line,
      nl: `${written(node)} ligt niet na de vorige gebeurtenis (${written(before)}). Zet gebeurtenissen op volgorde.`,
      en: `${written(node)} is not after the event before (${written(before)}). Put events in order.`,
    },
  ];
}

function notInCalendar(node: CaseNode): CaseProblem {
  const given = written(node);
  return {
    line: node.line,
    nl: `${given} staat niet in de kalender. Verbeter de datum of de tijd.`,
    en: `${given} is not in the calendar. Correct the date or the time.`,
  };
}

function exists(node: CaseNode): boolean {
  const given = written(node);
  try {
    if (given.includes('T')) today(given);
    else plainDate(given);
    return true;
  } catch (error) {
    if (error instanceof DateInvalid || error instanceof InstantInvalid) return false;
    throw error;
  }
}

function part(node: CaseNode | undefined, key: string): CaseNode | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.node : undefined;
}

function written(node: CaseNode): string {
  return node.kind === 'scalar' ? String(node.value) : '';
}
