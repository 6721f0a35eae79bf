import { type Command } from 'commander';
import { dossierLines } from '../../output/reminders.js';
import { at } from '../../workplace.js';
import { remindersGroup } from './group.js';

/** `samenwerkt reminders show`: one reminder, why it exists, its attempts and what was done about it. */
export function remindersShow(program: Command): void {
  remindersGroup(program)
    .command('show <herinnering>')
    .description('een herinnering: waarom zij er is, wanneer zij uitgaat, aan wie, en wat ervan werd')
    .action((id: string, _options: object, command: Command) =>
      at(command, async ({ ledger, organisation, language, say }) => {
        for (const line of dossierLines(await ledger.reminders.get(organisation, id), language)) await say(line);
      }),
    );
}
