import { PackInvalid } from '@samenwerkt/engine';
import { type Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { reportLines } from '../../output/pack-report.js';
import { actorFor, at } from '../../workplace.js';
import { packGroup } from './group.js';
import { packFiles } from './pack-source.js';

const OUTCOME = {
  nl: { added: 'is nu een concept', replaced: 'is nu een concept, in plaats van het vorige', present: 'stond er al' },
  en: { added: 'is a concept now', replaced: 'is a concept now, in place of the one before', present: 'was there' },
} as const;

/** `samenwerkt pack upload`: keeps a pack in the administration as a concept, and says what lint and its tests find. */
export function packUpload(program: Command): void {
  packGroup(program)
    .command('upload <map>')
    .description('zet een regelpakket (map of archief) als concept in de administratie')
    .action((source: string, _options: object, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const files = packFiles(source);
        const asked = { organisation, files, actor: actorFor(undefined).id };
        const uploaded = await ledger.registry.upload(asked).catch((error: unknown) => {
          throw error instanceof PackInvalid ? faulty(source, error, language) : error;
        });
        const { name, version, digest } = uploaded.pack.ref;
        for (const line of reportLines(uploaded.report, language)) console.log(line);
        console.log(`${name} ${version} ${OUTCOME[language][uploaded.outcome]} (${uploaded.pack.state}). ${digest}`);
      }),
    );
}

/** Says every problem at its file and line; what remains to be said is that nothing was kept. */
function faulty(source: string, { problems }: PackInvalid, language: 'nl' | 'en'): UsageFault {
  for (const problem of problems)
    console.error(`${source}/${problem.file}:${problem.line}:${problem.column} ${problem[language]}`);
  return new UsageFault(
    `Het regelpakket in ${source} heeft ${problems.length} fout(en); er is niets bewaard.`,
    `The rule pack in ${source} has ${problems.length} fault(s); nothing was kept.`,
  );
}
