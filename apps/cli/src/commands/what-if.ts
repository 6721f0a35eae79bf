import { whatIf, type WhatIfInput, whatIfProblems } from '@samenwerkt/engine';
import { type Command } from 'commander';
import { UsageFault } from '../output/failure.js';
import { whatIfLines } from '../output/what-if.js';
import { at, type Workplace } from '../workplace.js';
import { contractPart, type ContractOptions, dayOf, mustBeRight, packNamed } from './question.js';

interface Options extends ContractOptions {
  readonly pack: readonly string[];
  readonly date?: string;
  readonly json?: boolean;
}

/** `samenwerkt what-if`: what packs would make of a contract; nothing is recorded. */
export function whatIfUnder(program: Command): void {
  program
    .command('what-if')
    .description(
      'wat regelpakketten van een contract zouden maken: verplichting, waardering, regels, advies; er wordt niets vastgelegd',
    )
    .requiredOption('--pack <naam...>', 'een of meer pakketten, als naam of naam@versie')
    .option(
      '--contract <bestand>',
      'YAML of JSON: de feiten van het contract, of contract met contributions en dossier',
    )
    .option('--kenmerk <kenmerk>', 'een contract dat er al is')
    .option('--date <datum>', 'peildatum; zonder: vandaag')
    .option('--json', 'alles, als JSON')
    .action((options: Options, command: Command) => at(command, (workplace) => run(workplace, options)));
}

async function run(workplace: Workplace, options: Options): Promise<void> {
  const asked = await contractPart(workplace, options);
  if (!('contract' in asked))
    throw new UsageFault(
      'Geef de feiten met --contract, of een contract met --kenmerk.',
      'Give the facts with --contract, or a contract with --kenmerk.',
    );
  mustBeRight(whatIfProblems(asked), options);
  const date = dayOf(workplace, options.date);
  const policies = await Promise.all(options.pack.map((named) => packNamed(workplace, named)));
  const found = policies.map((policy) => whatIf(policy, asked as unknown as WhatIfInput, date));
  if (options.json) return console.log(JSON.stringify(found, null, 2));
  console.log(found.map((one) => whatIfLines(one, workplace.language).join('\n')).join('\n\n'));
}
