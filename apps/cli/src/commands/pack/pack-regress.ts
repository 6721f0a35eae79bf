import { loadPolicy, PackInvalid, type Policy } from '@samenwerkt/engine';
import { type Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { regressionLines } from '../../output/regression.js';
import { at, type Language } from '../../workplace.js';
import { packGroup } from './group.js';
import { packFiles } from './pack-source.js';

/** `samenwerkt pack regress`: what a changed pack would have made of every recorded partnership. Ctrl-C keeps what was found. */
export function packRegress(program: Command): void {
  packGroup(program)
    .command('regress <map>')
    .description('speel elk partnerschap na onder een gewijzigd regelpakket, en toon wat anders was gegaan')
    .option('--pack <naam>', 'partnerschappen met dit pakket; zonder: het pakket met de naam van de kandidaat')
    .action((folder: string, options: { pack?: string }, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const candidate = policyIn(folder, language);
        const pack = options.pack ?? candidate.ref.name;
        const { regressions } = ledger;
        const { id } = await regressions.start({ organisation, pack, candidate });
        const stop = () => void regressions.cancel(organisation, pack, id);
        process.once('SIGINT', stop);
        await regressions.over(id);
        process.removeListener('SIGINT', stop);
        const report = await regressions.get(organisation, pack, id);
        for (const line of regressionLines(report, language)) console.log(line);
        if (report.state !== 'done') process.exitCode = 1;
      }),
    );
}

/** The pack in a folder, or an archive. @throws UsageFault with every problem, each at its file and line */
function policyIn(folder: string, language: Language): Policy {
  try {
    return loadPolicy(packFiles(folder));
  } catch (error) {
    if (error instanceof PackInvalid) {
      for (const problem of error.problems)
        console.error(`${folder}/${problem.file}:${problem.line}:${problem.column} ${problem[language]}`);
      throw new UsageFault(
        `Het regelpakket in ${folder} heeft ${error.problems.length} fout(en); er is niets nagespeeld.`,
        `The rule pack in ${folder} has ${error.problems.length} fault(s); nothing was replayed.`,
      );
    }
    if (error instanceof UsageFault) throw error;
    const reason = (error as Error).message;
    throw new UsageFault(`${folder} is niet te lezen: ${reason}`, `${folder} cannot be read: ${reason}`);
  }
}
