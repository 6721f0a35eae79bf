import { LOCAL_ACTOR } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { accessLines } from '../../output/subject-access.js';
import { at } from '../../workplace.js';
import { subjectsGroup } from './group.js';

/** `samenwerkt subjects export`: everything on record about somebody, for them to have. */
export function subjectsExport(program: Command): void {
  subjectsGroup(program)
    .command('export <id>')
    .description('alles wat over iemand is vastgelegd (recht van inzage)')
    .option('--json', 'alles, als JSON')
    .action((id: string, options: { json?: boolean }, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const access = await ledger.subjectRights.access(organisation, id, LOCAL_ACTOR);
        console.log(options.json ? JSON.stringify(access, null, 2) : accessLines(access, language).join('\n'));
      }),
    );
}
