import { eventTitle } from '@samenwerkt/engine';
import { type Command } from 'commander';
import { at } from '../workplace.js';

/** `samenwerkt history`: what happened, oldest first. */
export function history(program: Command): void {
  program
    .command('history <partnerschap>')
    .description('wat er gebeurd is, oudste eerst')
    .option('--json', 'alles, als JSON')
    .action((reference: string, options: { json?: boolean }, command: Command) =>
      at(command, async ({ ledger, organisation, language, say, sayJson }) => {
        const id = await ledger.partnerships.idOf(organisation, reference);
        const rows = await ledger.histories.all(organisation, id);
        if (options.json) return sayJson(rows);
        for (const { sequence, at: moment, event, actorId, data, lifecycleId, packName, packVersion, hash } of rows) {
          console.log(
            `${String(sequence).padStart(4)}  ${moment}  ${event}  door ${actorId}  [${packName} ${packVersion}]  ${hash.slice(0, 12)}`,
          );
          await say(`      ${eventTitle(lifecycleId, event)[language]}  ${data}`);
        }
      }),
    );
}
