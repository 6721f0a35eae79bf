import { isPlainDate, today } from '@samenwerkt/calendar';
import { type DataProblem, type Policy } from '@samenwerkt/engine';
import { readPlainYaml } from '@samenwerkt/intake';
import { type Ledger } from '@samenwerkt/ledger';
import { readTextFile } from '../files.js';
import { UsageFault } from '../output/failure.js';
import { type Workplace } from '../workplace.js';

/** How a user says which contract a question is about. */
export interface ContractOptions {
  readonly contract?: string;
  readonly kenmerk?: string;
}

/**
 * The part of a question that is about a contract: a YAML or JSON file with the question (`contract`, and what goes with it) or with
 * the bare facts of the contract; or a contract on record, by its reference.
 * @throws UsageFault, CaseUnreadable
 */
export async function contractPart({ ledger, organisation }: Workplace, options: ContractOptions): Promise<object> {
  const { contract: file, kenmerk } = options;
  if (file !== undefined && kenmerk !== undefined)
    throw new UsageFault('Geef --contract of --kenmerk, niet beide.', 'Give --contract or --kenmerk, not both.');
  if (kenmerk !== undefined) return { contract: await onRecord(ledger, organisation, kenmerk) };
  if (file === undefined) return {};
  const value = readPlainYaml(readTextFile(file), file);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageFault(`${file}: schrijf velden met een naam.`, `${file}: write named fields.`);
  return 'contract' in value ? value : { contract: value };
}

async function onRecord(ledger: Ledger, organisation: string, kenmerk: string): Promise<object> {
  const found = (await ledger.contracts.byReference(organisation, [kenmerk])).get(kenmerk);
  if (found) return found.facts;
  throw new UsageFault(
    `Er is geen contract ${kenmerk}. Importeer het, of geef de feiten met --contract.`,
    `There is no contract ${kenmerk}. Import it, or give the facts with --contract.`,
  );
}

/** A pack on the shelf, as `naam` or `naam@versie`. @throws NotFound */
export function packNamed({ ledger, organisation }: Workplace, named: string): Promise<Policy> {
  const [name = '', version] = named.split('@');
  return version === undefined
    ? ledger.shelf.current(organisation, name)
    : ledger.shelf.version(organisation, name, version);
}

/**
 * A contract on record may hold a number that somebody confirmed to be no BSN when it was added: that is not asked again.
 * @throws UsageFault that names every field at fault
 */
export function mustBeRight(found: readonly DataProblem[], { kenmerk }: ContractOptions): void {
  const known = ({ path, code }: DataProblem) =>
    kenmerk !== undefined && code === 'bsn' && path.startsWith('/contract/');
  const problems = found.filter((problem) => !known(problem));
  if (problems.length === 0) return;
  const lines = (language: 'nl' | 'en') =>
    problems.map(({ path, message }) => `  ${path}: ${message[language]}`).join('\n');
  throw new UsageFault(
    `De vraag klopt niet; verbeter de genoemde velden.\n${lines('nl')}`,
    `The question is not right; mend the fields named.\n${lines('en')}`,
  );
}

/** The day asked for; today when there is none. @throws UsageFault when it is not a date */
export function dayOf({ ledger }: Workplace, date: string | undefined): string {
  if (date === undefined) return today(ledger.clock());
  if (isPlainDate(date)) return date;
  throw new UsageFault(
    `--date ${date}: geef een bestaande datum als 2026-03-31.`,
    `--date ${date}: give an existing date such as 2026-03-31.`,
  );
}
