import { advise, adviceProblems, type AdviceQuestion, type Limits, openOf } from '@samenwerkt/engine';
import { type Command } from 'commander';
import { UsageFault } from '../output/failure.js';
import { adviceLines } from '../output/advice.js';
import { at, type Workplace } from '../workplace.js';
import { contractPart, type ContractOptions, dayOf, mustBeRight, packNamed } from './question.js';

interface Options extends ContractOptions {
  readonly pack: string;
  readonly open?: string;
  readonly people: string;
  readonly blocks?: string;
  readonly minHours?: string;
  readonly maxHours?: string;
  readonly months?: string;
  readonly purchases?: string;
  readonly supportHours?: string;
  readonly permanent?: boolean;
  readonly date?: string;
  readonly explain?: boolean;
  readonly json?: boolean;
}

/** `samenwerkt advise`: which combinations of bouwblokken close what is open. */
export function adviseOn(program: Command): void {
  program
    .command('advise')
    .description('welke combinaties van bouwblokken dichten wat nog open staat')
    .requiredOption('--pack <naam>', 'pakket met bouwblokken, als naam of naam@versie')
    .requiredOption('--people <aantal>', 'hoeveel mensen hoogstens geplaatst kunnen worden')
    .option('--open <euro>', 'wat nog open staat, zoals 52000.00')
    .option('--contract <bestand>', 'in plaats daarvan, YAML of JSON: contract met realised, obligation en dossier')
    .option('--kenmerk <kenmerk>', 'een contract dat er al is')
    .option('--blocks <ids>', "alleen deze bouwblokken, door komma's gescheiden")
    .option('--min-hours <uren>', 'minste hele uren per week van een plaats')
    .option('--max-hours <uren>', 'meeste hele uren per week van een plaats')
    .option('--months <maanden>', 'meeste maanden van een plaats')
    .option('--purchases <euro>', 'budget voor inkoop, exclusief btw')
    .option('--support-hours <uren>', 'uren hulp en kennis in totaal')
    .option('--permanent', 'een vast contract is mogelijk')
    .option('--date <datum>', 'peildatum; zonder: vandaag')
    .option('--explain', 'bij elke regel hoe het bedrag tot stand komt')
    .option('--json', 'alles, als JSON')
    .action((options: Options, command: Command) => at(command, (workplace) => run(workplace, options)));
}

async function run(workplace: Workplace, options: Options): Promise<void> {
  const { open } = options;
  const question = {
    ...(await contractPart(workplace, options)),
    ...(open === undefined ? {} : { open }),
    limits: limitsOf(options),
  } as AdviceQuestion;
  mustBeRight(adviceProblems(question), options);
  const date = dayOf(workplace, options.date);
  const policy = await packNamed(workplace, options.pack);
  const { contract, limits } = question;
  const basis = openOf(policy, question, date);
  const found = advise(policy, { open: basis.amount, limits, ...(contract ? { contract } : {}) }, date);
  if (options.json) return console.log(JSON.stringify({ ...found, basis }, null, 2));
  console.log(adviceLines(found, basis, workplace.language, options.explain === true).join('\n'));
}

function limitsOf(options: Options): Limits {
  const { blocks, purchases, permanent } = options;
  const min = whole('--min-hours', options.minHours);
  const max = whole('--max-hours', options.maxHours);
  const months = whole('--months', options.months);
  const supportHours = whole('--support-hours', options.supportHours);
  const hours = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  return {
    people: whole('--people', options.people) ?? 0,
    ...(blocks === undefined ? {} : { blocks: blocks.split(',').map((id) => id.trim()) }),
    ...(Object.keys(hours).length === 0 ? {} : { hours }),
    ...(months === undefined ? {} : { months }),
    ...(purchases === undefined ? {} : { purchases }),
    ...(supportHours === undefined ? {} : { supportHours }),
    ...(permanent === undefined ? {} : { permanent }),
  };
}

function whole(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageFault(`${option} ${text}: geef een heel getal.`, `${option} ${text}: give a whole number.`);
}
