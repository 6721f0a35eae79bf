import { type CadenceEntry } from '../cadence/model.js';
import { type Pack } from '../model.js';
import { type Change } from './change.js';
import { itemChanges, type ItemKind, noticed, reading } from './item-changes.js';

/** What is planned holds nothing back: no decision comes out otherwise. */
const entry: ItemKind<CadenceEntry> = {
  area: 'cadence',
  name: { nl: 'Te plannen moment', en: 'Moment to plan' },
  added: 'minor',
  removed: 'minor',
  parts: {
    title: reading('titel', 'title'),
    moment: noticed('wanneer', 'when'),
    states: noticed('in toestanden', 'in states'),
    doneBy: noticed('gedaan met', 'done by'),
    workday: noticed('naar werkdag', 'to working day'),
    at: noticed('tijdstip', 'time'),
    leadTime: noticed('vooraf', 'lead time'),
    to: noticed('herinnering aan', 'reminder to'),
    escalation: noticed('te laat, dan naar', 'when late, to'),
    source: reading('bron', 'source'),
    assumption: reading('aanname', 'assumption'),
  },
};

const whole: ItemKind<object> = {
  area: 'cadence',
  name: { nl: 'Planning', en: 'Planning' },
  added: 'minor',
  removed: 'minor',
  parts: {},
};

/** What is different in what is planned. A file that came or went is one change: without it the engine has a cadence of its own. */
export function cadenceChanges({ cadence: was }: Pack, { cadence: is }: Pack): Change[] {
  if (was && is) return itemChanges(byId(was), byId(is), entry);
  return itemChanges(was ? FILE : [], is ? FILE : [], whole);
}

const FILE = [['cadence.yaml', {}]] as const;

function byId(entries: readonly CadenceEntry[]): (readonly [string, CadenceEntry])[] {
  return entries.map((one) => [one.id, one] as const);
}
