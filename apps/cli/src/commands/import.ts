import { newContract, previewImport, type CellConfirmation, type CellProblem } from '@samenwerkt/intake';
import { type Command } from 'commander';
import { readFile } from '../files.js';
import { UsageFault } from '../output/failure.js';
import { parseJsonOption } from './json-option.js';
import { actorFor, at, type Language, type Workplace } from '../workplace.js';

interface Options {
  dryRun?: boolean;
  encoding: string;
  decimals: string;
  confirm?: string;
}

/** `samenwerkt import`: contracts from a procurement export; all of them or none. */
export function importContracts(program: Command): void {
  program
    .command('import <bestand>')
    .description('importeer contracten uit een CSV-bestand of een Excel-werkmap (.xlsx); alles of niets')
    .option('--dry-run', 'laat zien wat er zou komen, leg niets vast')
    .option('--encoding <codering>', 'utf-8 of windows-1252', 'utf-8')
    .option('--decimals <teken>', 'point (1440000.00) of comma (1.440.000,00)', 'point')
    .option(
      '--confirm <json>',
      'nummers die geen BSN zijn, als JSON of @bestand: [{"line": 3, "column": 2, "number": "…", "reason": "…"}]',
    )
    .action((file: string, options: Options, command: Command) =>
      at(command, (workplace) => run(workplace, file, options), true),
    );
}

async function run({ ledger, organisation, language }: Workplace, file: string, options: Options): Promise<void> {
  const { contracts, problems } = await previewImport(ledger, organisation, readFile(file), {
    encoding: oneOf('--encoding', options.encoding, ['utf-8', 'windows-1252'] as const),
    decimals: oneOf('--decimals', options.decimals, ['point', 'comma'] as const),
    confirmations: options.confirm === undefined ? [] : readCellConfirmations(options.confirm),
  });
  const faults = problems.map((problem) => faultLine(file, problem, language));
  if (faults.length > 0) {
    for (const fault of faults) console.error(fault);
    throw new UsageFault(
      `${faults.length} fout(en); er is niets geïmporteerd.`,
      `${faults.length} fault(s); nothing was imported.`,
    );
  }
  if (options.dryRun) {
    for (const { line, leverancier, facts } of contracts) {
      console.log(
        `regel ${line}: ${facts.kenmerk}  ${facts.titel} · ${leverancier}  € ${facts.waarde}  ${facts.start ?? '?'} t/m ${facts.einde ?? '?'}`,
      );
    }
    return console.log(`${contracts.length} contracten zouden worden geïmporteerd; er is niets vastgelegd.`);
  }
  await ledger.contracts.import(organisation, contracts.map(newContract), actorFor(undefined).id);
  console.log(`${contracts.length} contracten geïmporteerd.`);
}

/** Numbers in cells that only look like a BSN; whether each stands there is for the import to check. @throws UsageFault */
function readCellConfirmations(given: string): CellConfirmation[] {
  const value = parseJsonOption('--confirm', given);
  const right = (one: unknown) => {
    const { line, column } = (one ?? {}) as Partial<CellConfirmation>;
    return Number.isInteger(line) && Number.isInteger(column);
  };
  if (Array.isArray(value) && value.every(right)) return value as CellConfirmation[];
  throw new UsageFault(
    '--confirm moet een JSON-lijst zijn van objecten met line, column (gehele getallen), number en reason.',
    '--confirm must be a JSON list of objects with line, column (whole numbers), number and reason.',
  );
}

function oneOf<T extends string>(option: string, given: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === given);
  if (found === undefined)
    throw new UsageFault(
      `${option} ${given}: kies ${choices.join(' of ')}.`,
      `${option} ${given}: choose ${choices.join(' or ')}.`,
    );
  return found;
}

function faultLine(file: string, problem: CellProblem, language: Language): string {
  const place = problem.header === '' ? '' : ` (${problem.header})`;
  return `${file}:${problem.line}:${problem.column}${place} ${problem[language]}`;
}
