import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleData } from '@samenwerkt/engine';
import { type Contract, type Course, type Ledger, type NewContract } from '@samenwerkt/ledger';
import { type CaseEvent, type PracticeCase } from '../cases/practice-case.js';
import { readCase } from '../cases/read-case.js';
import { readContracts } from '../contracts/read-contracts.js';
import { demoPeople } from './people.js';
import { demoWalks, type DemoEvent } from './walks.js';

/** The register of the demo does not fit the program it came with. */
export class DemoFaulty extends Error {
  readonly code = 'demo-faulty';

  constructor(where: string, why: string) {
    super(`Demogegevens, ${where}: ${why}`);
    this.name = 'DemoFaulty';
  }
}

/** What happened under one contract, before it has an id in the ledger. */
interface Story extends NewContract {
  readonly lifecycle: string;
  readonly pack: string;
  readonly events: readonly Pick<DemoEvent | CaseEvent, 'op' | 'door' | 'event' | 'gegevens'>[];
}

/**
 * Loads the contracts and the practice cases, and plays every history through the engine, one event after the other, as
 * if it happened at its own moment. Nothing is written around the engine. All histories come in together or not at all,
 * so that a start that was broken off is simply done again.
 * The people of the demo have no passwords and are marked as such: a host that can be reached from elsewhere refuses to
 * start with them.
 * @throws DemoFaulty, TakeOverFailed
 */
export async function seedDemo(
  ledger: Ledger,
  organisation: string,
  folder: string,
): Promise<{ partnerships: number }> {
  const stories = [...storiesOfContracts(folder), ...readCases(folder).map(storyOfCase)];
  const references = stories.map(({ facts }) => facts.kenmerk);
  const known = await ledger.contracts.byReference(organisation, references);
  await ledger.contracts.add(
    organisation,
    stories.filter(({ facts }) => !known.has(facts.kenmerk)),
    PROGRAM.id,
  );
  const contracts = await ledger.contracts.byReference(organisation, references);
  await ledger.people.addDemo(organisation, demoPeople(supplierIn(stories, contracts)), PROGRAM);
  const courses = stories.map((story) => course(organisation, story, contracts.get(story.facts.kenmerk)));
  const { length: partnerships } = await ledger.writer.takeOver(courses);
  return { partnerships };
}

/** Gives the people of the demo their roles. */
const PROGRAM = { id: 'programma', roles: ['systeembeheerder'] } as const;

/** A supplier with something to see: the one under whose contract most has happened. */
function supplierIn(stories: readonly Story[], contracts: ReadonlyMap<string, Contract>): string | undefined {
  const [longest] = [...stories].sort((a, b) => b.events.length - a.events.length);
  return (longest && contracts.get(longest.facts.kenmerk)?.supplierId) ?? undefined;
}

/** The practice cases of the demo folder, in order of file name. */
export function readCases(folder: string): PracticeCase[] {
  const files = readdirSync(join(folder, 'cases')).filter((file) => file.endsWith('.yaml'));
  return files.sort().map((file) => readCase(readFileSync(join(folder, 'cases', file), 'utf8'), file));
}

function storiesOfContracts(folder: string): Story[] {
  const { contracts: rows, problems } = readContracts(readFileSync(join(folder, 'contracten.csv')));
  const [problem] = problems;
  if (problem) throw new DemoFaulty(`contracten.csv regel ${problem.line}`, problem.nl);
  const walks = new Map(demoWalks(rows, sampleData).map((walk) => [walk.kenmerk, walk]));
  return rows.flatMap(({ facts, leverancier }) => {
    const walk = walks.get(facts.kenmerk);
    return walk ? [{ ...walk, facts, supplier: leverancier }] : [];
  });
}

function storyOfCase({ contract, leverancier, lifecycle, pack, gebeurtenissen }: PracticeCase): Story {
  return { facts: contract, supplier: leverancier, lifecycle, pack, events: gebeurtenissen };
}

function course(
  organisation: string,
  { lifecycle, pack, events, facts }: Story,
  contract: Contract | undefined,
): Course {
  const commands = events.map(({ op, door, event, gegevens }) => ({
    organisation,
    actor: { id: door.id, roles: door.rollen },
    event,
    data: gegevens,
    at: moment(op),
  }));
  const { actor, at } = commands[0] ?? { actor: { id: 'demo', roles: [] }, at: undefined };
  const ids = { contractId: contract?.id, supplierId: contract?.supplierId ?? undefined };
  return { start: { organisation, actor, at, lifecycle, pack, contract: facts, ...ids }, events: commands };
}

/** The instant of a case or walk as the ledger writes it, with milliseconds. */
export function moment(op: string): string {
  return op.replace(/(:\d{2})Z$/, '$1.000Z');
}
