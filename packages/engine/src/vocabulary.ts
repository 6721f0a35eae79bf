import { lifecycles, type EventInfo, type Field, type JsonSchema } from '@samenwerkt/lifecycle';
import { type FactTree, type FactType, type Vocabulary } from '@samenwerkt/rule-pack';
import { TRACES } from './planning/traces.js';
import { ROLES } from './roles.js';
import { ENGINE_VERSION } from './semantics.js';

type Fields = Readonly<Record<string, Field>>;
type Tree = Record<string, FactType | FactTree>;

const FIXED: FactTree = {
  vandaag: 'Datum',
  contract: {
    kenmerk: 'string',
    titel: 'string',
    categorie: 'string',
    soort: 'string',
    waarde: 'Euro',
    loonsom: 'Euro',
    arbeidsaandeel: 'Procent',
    start: 'Datum',
    einde: 'Datum',
    looptijdMaanden: 'int',
    verlenging: 'string',
    procedure: 'string',
  },
  partnerschap: { opdrachtnemer: 'string', coordinator: 'string', backup: 'string', lifecycle: 'string' },
};

const BY_FORMAT: Readonly<Record<string, FactType>> = { date: 'Datum', euro: 'Euro', procent: 'Procent' };
const BY_TYPE: Readonly<Record<string, FactType>> = { integer: 'int', boolean: 'bool', string: 'string' };

function dossierTree(): FactTree {
  const dossier: Record<string, Tree> = {};
  for (const lifecycle of lifecycles.values()) {
    for (const { record } of lifecycle.states.values()) if (record) add(dossier, record.key, record.fields);
    for (const event of lifecycle.events.values()) addEvent(dossier, event);
  }
  return dossier;
}

function addEvent(dossier: Record<string, Tree>, event: EventInfo): void {
  const { keeps, fields } = event;
  if (keeps.record === '*') return;
  if (!('series' in keeps)) return add(dossier, keeps.record, fields);
  const record = (dossier[keeps.record] ??= {});
  const before = (record[keeps.series] as { laatste: Tree } | undefined)?.laatste;
  record[keeps.series] = { aantal: 'int', laatste: { ...before, ...typed(fields) } };
}

function add(dossier: Record<string, Tree>, key: string, fields: Fields): void {
  const record = (dossier[key] ??= {});
  for (const [name, type] of Object.entries(typed(fields))) {
    const known = record[name];
    if (known !== undefined && known !== type)
      throw new Error(`dossier.${key}.${name} is ${String(known)} and ${String(type)}`);
    record[name] = type;
  }
}

function typed(fields: Fields): Tree {
  const types = Object.entries(fields).map(([name, { schema }]) => [name, factType(schema)] as const);
  return Object.fromEntries(types.filter((entry): entry is [string, FactType] => entry[1] !== undefined));
}

/** The type of a field in rules; undefined for what rules cannot read (lists of objects, hours). */
function factType(schema: JsonSchema): FactType | undefined {
  if (schema.type === 'array') return schema.items?.type === 'string' ? 'list<string>' : undefined;
  if (schema.format !== undefined) return BY_FORMAT[schema.format];
  return BY_TYPE[schema.type];
}

/** Everything a pack may refer to: the facts, the states and events of every lifecycle, and who can be reminded. */
export const VOCABULARY: Vocabulary = {
  engineVersion: ENGINE_VERSION,
  cadence: { roles: new Set<string>(ROLES), traces: TRACES },
  facts: { ...FIXED, dossier: dossierTree() },
  lifecycles: new Map(
    [...lifecycles].map(([id, { version, states, events }]) => [
      id,
      { version, states: new Set(states.keys()), events: new Set(events.keys()) },
    ]),
  ),
};
