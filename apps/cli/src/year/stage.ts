import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addMonths, atLocalTime, plainDate } from '@samenwerkt/calendar';
import { ROLES, sampleData, type ContractFacts } from '@samenwerkt/engine';
import { DemoFaulty, loadPackFolder, readContracts, type ContractRow } from '@samenwerkt/intake';
import { LOCAL_ACTOR, LOCAL_ORGANISATION, type Course, type Ledger } from '@samenwerkt/ledger';
import { PROGRAM, SHIPPED_PACKS } from '../workplace.js';
import { CAST, type Member } from './cast.js';

/** A member of the cast whose partnership is in the ledger. */
export interface Player extends Member {
  readonly partnership: string;
  readonly contract: ContractFacts;
}

export const ORGANISATION = LOCAL_ORGANISATION.id;
export const LIFECYCLE = 'stappenplan-2019';
export const ACTOR = { id: 'demo', roles: ROLES };
const PACK = 'merwedam';
export const MONTHLY_PACK = 'merwedam-maandelijks';

/** The year for which the register of the demo was written. */
const WRITTEN_FOR = 2026;

/** Steps to monitoring, in order. */
const TO_MONITORING = [
  'principebesluitNemen',
  'voorbereidingAfronden',
  'opdrachtnemerKiezen',
  'bereidheidVastleggen',
  'actieplanVaststellen',
  'eersteBaanRealiseren',
  'borgingVaststellen',
];

/**
 * Sets the stage in a ledger that is empty: packs, addresses, contracts, and a partnership for each member of the cast that
 * comes into monitoring on the first day. Everything through the engine.
 * @param from local date (ISO); in another year than the register was written for, its contracts move along
 */
export async function setStage(ledger: Ledger, from: string): Promise<Player[]> {
  await ledger.ensureOrganisation(ORGANISATION, 'Gemeente Merwedam');
  for (const folder of [SHIPPED_PACKS, join(PROGRAM, 'demo/packs')])
    await loadPackFolder(ledger, ORGANISATION, folder, SHIPPED_PACKS);
  await fillAddressBook(ledger);
  const register = new Map(contractsOfDemo().map((row) => [row.facts.kenmerk, row]));
  const years = plainDate(from).year - WRITTEN_FOR;
  const players: Player[] = [];
  for (const member of CAST) players.push(await enter(ledger, member, moved(found(register, member), years), from));
  return players;
}

async function enter(ledger: Ledger, member: Member, row: ContractRow, from: string): Promise<Player> {
  const { facts: contract, leverancier: supplier } = row;
  const [added] = await ledger.contracts.add(ORGANISATION, [{ facts: contract, supplier }]);
  const [receipt] = await ledger.writer.takeOver([course(member, row, from, added?.id)]);
  return { ...member, contract, partnership: receipt?.partnership ?? '' };
}

async function fillAddressBook(ledger: Ledger): Promise<void> {
  const people = [...new Set(CAST.flatMap(({ coordinator, backup }) => [coordinator, backup]))];
  for (const name of [...people, 'contractmanager'])
    await ledger.addresses.put(ORGANISATION, { name, email: addressOf(name), language: 'nl' }, LOCAL_ACTOR);
}

/** `coordinator.groen.noord@merwedam.example`: no such place exists, so that no such mail can ever leave. */
function addressOf(name: string): string {
  const local = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\W+/g, '.');
  return `${local}@merwedam.example`;
}

function contractsOfDemo(): readonly ContractRow[] {
  return readContracts(readFileSync(join(PROGRAM, 'demo/contracten.csv'))).contracts;
}

function found(register: ReadonlyMap<string, ContractRow>, { kenmerk }: Member): ContractRow {
  const row = register.get(kenmerk);
  if (!row) throw new DemoFaulty('contracten.csv', kenmerk);
  return row;
}

function moved({ facts, ...row }: ContractRow, years: number): ContractRow {
  const along = (date: string | undefined) => (date === undefined ? undefined : addMonths(date, 12 * years));
  const [start, einde] = [along(facts.start), along(facts.einde)];
  return { ...row, facts: { ...facts, ...(start && { start }), ...(einde && { einde }) } };
}

function course(member: Member, { facts, leverancier }: ContractRow, from: string, contractId?: string): Course {
  const common = { organisation: ORGANISATION, actor: ACTOR, at: atLocalTime(from, '08:00') };
  const { coordinator, backup } = member;
  const own: Readonly<Record<string, object>> = {
    principebesluitNemen: { coordinator, backup },
    opdrachtnemerKiezen: { opdrachtnemer: leverancier, gekozen: [leverancier], shortlist: [leverancier] },
    bereidheidVastleggen: { opdrachtnemer: leverancier },
  };
  return {
    start: { ...common, lifecycle: LIFECYCLE, pack: PACK, contract: facts, ...(contractId && { contractId }) },
    events: TO_MONITORING.map((event) => ({
      ...common,
      event,
      data: { ...sampleData(LIFECYCLE, event), ...own[event] },
    })),
  };
}
