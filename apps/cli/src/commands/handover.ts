import { type Command } from 'commander';
import { UsageFault } from '../output/failure.js';
import { actorFor, at } from '../workplace.js';

interface Options {
  from: string;
  to: string;
  backup?: string;
  reason: string;
  as?: string;
  dryRun?: boolean;
}

/** `samenwerkt handover`: all open work of a coordinator to another. */
export function handover(program: Command): void {
  program
    .command('handover')
    .description('draag al het lopende werk van een coördinator over')
    .requiredOption('--from <naam>', 'wie nu coördinator is')
    .requiredOption('--to <naam>', 'wie coördinator wordt')
    .option('--backup <naam>', 'wie back-up wordt; blijft wie het was als dit ontbreekt')
    .requiredOption('--reason <reden>', 'waarom; komt in elke geschiedenis')
    .option('--as <rollen>', "met deze rollen, door komma's gescheiden")
    .option('--dry-run', 'laat zien welke het zijn, leg niets vast')
    .action(({ from, to, backup, reason, as, dryRun }: Options, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const asked = { organisation, actor: actorFor(as), from, to, backup, reason };
        const outcomes = await (dryRun ? ledger.handovers.rehearse(asked) : ledger.handovers.carryOut(asked));
        for (const { partnership, title, refused } of outcomes)
          console.log(`${partnership}  ${title}${refused ? `\n    niet: ${refused.text[language]}` : ''}`);
        const refused = outcomes.filter((one) => one.refused).length;
        console.log(
          `${outcomes.length - refused} ${dryRun ? 'zouden worden overgedragen' : 'overgedragen'}, ${refused} niet.`,
        );
        if (refused > 0)
          throw new UsageFault(
            `${refused} partnerschap(pen) niet overgedragen; de reden staat erbij.`,
            `${refused} partnership(s) not handed over; the reason is beside each.`,
          );
      }),
    );
}
