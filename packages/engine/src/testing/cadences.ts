import { type Partnership } from '../model.js';
import { type Policy } from '../policy.js';
import { trialFiles, policyOf } from './packs.js';
import { after, begun, contract, TO_MONITORING, type Told } from './partnerships.js';

/** What a duration is: known, or not. */
type Given = readonly [unit: 'maanden' | 'dagen', value?: number];

function file(name: string, [unit, value]: Given): string {
  const head = `name: ${name}\ntitle: { nl: De ${name}, en: The ${name} }\nunit: ${unit}\nlastVerifiedOn: 2026-01-01\n`;
  if (value === undefined) return `${head}source: onbekend\nvalues: []\n`;
  return `${head}values:\n  - { from: 2015-01-01, value: ${value}, source: { title: Nota, page: p. 1 } }\n`;
}

/** A policy without rules that plans what the YAML says, with these durations. */
export function planning(cadence: string, durations: Readonly<Record<string, Given>>): Policy {
  const parameters = Object.entries(durations).map(([name, given]) => [`parameters/${name}.yaml`, file(name, given)]);
  return policyOf({
    'pack.yaml': trialFiles['pack.yaml'] ?? '',
    'cadence.yaml': cadence,
    ...(Object.fromEntries(parameters) as Record<string, string>),
  });
}

/** One entry, from what it says beside the usual. */
export function entry(lines: Readonly<Record<string, string>>): string {
  const all = {
    id: 'moment',
    title: '{ nl: Moment, en: Moment }',
    to: 'coordinator',
    source: '{ title: Nota }',
    ...lines,
  };
  return Object.entries(all)
    .map(([key, value], i) => `${i === 0 ? '- ' : '  '}${key}: ${value}\n`)
    .join('');
}

/** Something that comes back, counted from the calendar or from the contract. */
export function recurring(months: number, anchor: 'kalender' | 'contractStart', workday = 'geen'): Policy {
  const moment = `{ kind: terugkerend, every: ritme, anchor: ${anchor} }`;
  return planning(entry({ id: 'gesprek', moment, doneBy: '[gesprekVastleggen]', workday }), {
    ritme: ['maanden', months],
  });
}

const MOMENTS: readonly Readonly<Record<string, string>>[] = [
  {
    id: 'gesprek',
    moment: '{ kind: terugkerend, every: kwartaal, anchor: kalender }',
    doneBy: '[gesprekVastleggen]',
  },
  {
    id: 'rapport',
    moment: '{ kind: terugkerend, every: kwartaal, anchor: contractStart }',
    doneBy: '[rapportageOntvangen]',
  },
  { id: 'jaaropgave', moment: '{ kind: jaarlijks, within: dagen }', doneBy: '[jaaropgaveOntvangen]' },
  { id: 'plan', moment: '{ kind: naGebeurtenis, after: gunnen, within: dagen }', doneBy: '[besluitVastleggen]' },
  { id: 'einde', moment: '{ kind: voorContracteinde, before: kwartaal }', doneBy: '[eindeContractNaderen]' },
  { id: 'stil', moment: '{ kind: stilstand, longerThan: dagen }' },
  { id: 'alleen', moment: '{ kind: zonderBackup, within: dagen }' },
];

/** Every kind of moment at once. */
export const EVERYTHING = planning(
  MOMENTS.map((lines, i) => entry({ ...lines, workday: ['voor', 'na', 'geen'][i % 3] ?? 'geen' })).join(''),
  { kwartaal: ['maanden', 3], dagen: ['dagen', 45] },
);

const at = (date: string): string => `${date}T10:00:00.000Z`;

/** A partnership that stands in monitoring since a date. */
export function monitoredSince(
  date: string,
  { lifecycle = 'stappenplan-2020', ...facts }: { lifecycle?: string; start?: string; einde?: string } = {},
): Partnership {
  const path = (TO_MONITORING[lifecycle] ?? []).map((told): Told => {
    const [event, instead]: readonly [string, Record<string, unknown>, string?] =
      typeof told === 'string' ? [told, {}] : told;
    const placement = event === 'eersteBaanRealiseren' ? { eerstePlaatsing: `${date.slice(0, 7)}-01` } : {};
    return [event, { ...instead, ...placement }, at(date)];
  });
  return after(begun({ lifecycle, contract: { ...contract, einde: '2029-12-31', ...facts }, at: at(date) }), path);
}

/** A conversation held and recorded on a date, that agrees nothing. @param periode a day in what it is about, if it says */
export function spoken(datum: string, periode?: string): Told {
  return ['gesprekVastleggen', { datum, afspraken: [], ...(periode !== undefined && { periode }) }, at(datum)];
}

/** An event with what it says, recorded on a date. */
export function on(date: string, event: string, instead: Readonly<Record<string, unknown>> = {}): Told {
  return [event, instead, at(date)];
}
