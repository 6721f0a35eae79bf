import { type Command } from 'commander';
import { actorFor, at } from '../workplace.js';

/** `samenwerkt rebuild`: writes the snapshot of a damaged partnership anew from its history. */
export function rebuild(program: Command): void {
  program
    .command('rebuild [partnerschap]')
    .description(
      'bouw een apart gezet partnerschap opnieuw op uit zijn geschiedenis; zonder naam: toon wat apart staat',
    )
    .option('--accept-break <reden>', 'leg een verbroken keten vast, met de reden, en ga verder')
    .action((reference: string | undefined, options: { acceptBreak?: string }, command: Command) =>
      at(command, async ({ ledger, organisation }) => {
        if (reference === undefined) {
          const apart = await ledger.caretaker.quarantined(organisation);
          for (const { id, reason, since } of apart) console.log(`${id}  sinds ${since}: ${reason}`);
          return console.log(`${apart.length} partnerschap(pen) apart gezet.`);
        }
        const id = await ledger.partnerships.idOf(organisation, reference);
        const accept =
          options.acceptBreak === undefined ? undefined : { actor: actorFor(undefined), reason: options.acceptBreak };
        const { version, states, acknowledged } = await ledger.caretaker.rebuild(organisation, id, accept);
        if (acknowledged.length > 0)
          console.log(`Breuk bij gebeurtenis ${acknowledged.map(({ sequence }) => sequence).join(', ')} vastgelegd.`);
        console.log(`Opnieuw opgebouwd: versie ${version}; staat in: ${states.join(', ')}`);
      }),
    );
}
