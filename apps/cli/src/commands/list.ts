import { type Command } from 'commander';
import { at } from '../workplace.js';

interface Options {
  state?: string;
  limit: string;
}

/** `samenwerkt list`: where the partnerships stand. */
export function list(program: Command): void {
  program
    .command('list')
    .description('partnerschappen en waar ze staan')
    .option('--state <staat>', 'alleen in deze staat, bijvoorbeeld monitoring')
    .option('--limit <aantal>', 'hoogstens zoveel', '50')
    .action((options: Options, command: Command) =>
      at(command, async ({ ledger, organisation }) => {
        const rows = await ledger.partnerships.page(
          organisation,
          { state: options.state },
          Number(options.limit) || 50,
        );
        for (const { id, title, supplier, states, nextDueOn } of rows) {
          const due = nextDueOn === null ? '' : `  uiterlijk ${nextDueOn}`;
          console.log(`${id}  ${title}${supplier ? ` · ${supplier.name}` : ''}\n    ${states.join(', ')}${due}`);
        }
        if (rows.length === 0) console.log('Geen partnerschappen gevonden.');
      }),
    );
}
