import { PackNotPublishable } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { reportLines } from '../../output/pack-report.js';
import { actorFor, at } from '../../workplace.js';
import { packGroup } from './group.js';

/** `samenwerkt pack publish`: puts a concept in force; refused with the report on errors and tests that fail. */
export function packPublish(program: Command): void {
  packGroup(program)
    .command('publish <naam> <versie>')
    .description('publiceer een concept: nieuwe partnerschappen beginnen eronder, en het verandert niet meer')
    .option('--digest <vingerafdruk>', 'alleen als het concept nog dit is')
    .action((name: string, version: string, { digest }: { digest?: string }, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const step = { organisation, name, version, digest, actor: actorFor(undefined).id };
        const { publishedAt } = await ledger.registry.publish(step).catch((error: unknown) => {
          if (error instanceof PackNotPublishable)
            for (const line of reportLines(error.report, language)) console.error(line);
          throw error;
        });
        const said = { nl: 'is gepubliceerd sinds', en: 'is published since' };
        console.log(`${name} ${version} ${said[language]} ${publishedAt}`);
      }),
    );
}
