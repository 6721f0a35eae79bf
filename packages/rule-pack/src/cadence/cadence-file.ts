import { parameterName, source } from '../pack-files.js';
import { type Report } from '../problem.js';
import { bilingual, list, missingKey, oneOf, record, text, under, wrong, type Read } from '../shape.js';
import { type Tree } from '../yaml-tree.js';
import { type CadenceEntry, type Escalation, type Moment } from './model.js';

/** An entry as written: what may be left out is not filled in yet. */
type Written = Omit<CadenceEntry, 'doneBy' | 'workday' | 'at' | 'escalation'> &
  Partial<Pick<CadenceEntry, 'doneBy' | 'workday' | 'at' | 'escalation'>>;

type Kind = Moment['kind'];

/** The keys of each kind of moment, beside `kind`. */
const keysOf = {
  terugkerend: ['every', 'anchor'],
  jaarlijks: ['within'],
  naGebeurtenis: ['after', 'within'],
  voorContracteinde: ['before'],
  stilstand: ['longerThan'],
  zonderBackup: ['within'],
} as const satisfies Record<Kind, readonly string[]>;

const kinds = Object.keys(keysOf) as Kind[];
const everyKey = new Set<string>(Object.values(keysOf).flat());
const stateOrEvent = text(100);

const read: { readonly [K in Kind]: Read<Extract<Moment, { kind: K }>> } = {
  terugkerend: record(
    { kind: oneOf('terugkerend'), every: parameterName, anchor: oneOf('kalender', 'contractStart') },
    {},
  ),
  jaarlijks: record({ kind: oneOf('jaarlijks'), within: parameterName }, {}),
  naGebeurtenis: record({ kind: oneOf('naGebeurtenis'), after: stateOrEvent, within: parameterName }, {}),
  voorContracteinde: record({ kind: oneOf('voorContracteinde'), before: parameterName }, {}),
  stilstand: record({ kind: oneOf('stilstand'), longerThan: parameterName }, {}),
  zonderBackup: record({ kind: oneOf('zonderBackup'), within: parameterName }, {}),
};

const kindOf = oneOf(...kinds);

const moment: Read<Moment> = (tree, report) => {
  if (tree.kind !== 'map') return wrong(tree, report, 'een blok met sleutels', 'a block with keys');
  if (!tree.entries.has('kind')) return missingKey(tree.place, 'kind', report);
  const kind = kindOf(under(tree, 'kind'), report);
  if (!kind) return undefined;
  const strange = ofOtherKinds(tree.entries, kind);
  for (const [key, { key: place }] of strange) notOfThisKind(place, key, kind, report);
  const entries = new Map([...tree.entries].filter(([key]) => !strange.has(key)));
  const result: Moment | undefined = read[kind]({ ...tree, entries }, report);
  return strange.size > 0 ? undefined : result;
};

type Entries = Extract<Tree, { kind: 'map' }>['entries'];

/** Keys that another kind of moment has: they are no slip of the pen, so saying which belong here helps more. */
function ofOtherKinds(entries: Entries, kind: Kind): Entries {
  const own: readonly string[] = keysOf[kind];
  return new Map([...entries].filter(([key]) => everyKey.has(key) && !own.includes(key)));
}

function notOfThisKind(place: Tree['place'], key: string, kind: Kind, report: Report): void {
  const own = keysOf[kind].join(', ');
  const others = kinds.filter((other) => (keysOf[other] as readonly string[]).includes(key)).join(', ');
  report(
    place,
    'moment-key',
    `De sleutel '${key}' hoort bij ${others}, niet bij ${kind}; daar hoort ${own}. Haal hem weg, of kies een ander kind.`,
    `The key '${key}' belongs to ${others}, not to ${kind}; that takes ${own}. Remove it, or choose another kind.`,
  );
}

const escalation: Read<Escalation> = record<Escalation>({ after: parameterName, to: text(60) }, {});

const entry: Read<Written> = record<Written>(
  {
    id: text(60, { pattern: /^[a-z][A-Za-z0-9]*$/, nl: 'een naam zoals gesprek', en: 'a name such as gesprek' }),
    title: bilingual,
    moment,
    to: text(60),
  },
  {
    states: list(stateOrEvent, { least: 1, most: 100 }),
    doneBy: list(stateOrEvent, { least: 1, most: 50 }),
    workday: oneOf('voor', 'na', 'geen'),
    at: text(5, {
      pattern: /^([01]\d|2[0-3]):[0-5]\d$/,
      nl: 'een tijd tussen aanhalingstekens, zoals "09:00"',
      en: 'a time in quotes, such as "09:00"',
    }),
    leadTime: parameterName,
    escalation: list(escalation, { least: 1, most: 10 }),
    source,
    assumption: text(),
  },
);

const entries = list(entry, { most: 50 });

/** `cadence.yaml`, with what may be left out filled in. An empty list is a policy too: nothing is planned. */
export const cadenceFile: Read<readonly CadenceEntry[]> = (tree, report) =>
  entries(tree, report)?.map((written) => ({
    doneBy: [],
    workday: 'geen',
    at: '09:00',
    escalation: [],
    ...written,
  }));
