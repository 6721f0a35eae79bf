import { LOCAL_ACTOR } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { regressionLines } from '../../output/regression.js';
import { at } from '../../workplace.js';
import { packGroup } from './group.js';
import { readPack } from './read-pack.js';

/** `samenwerkt pack regress`: what a changed pack would have made of every recorded partnership. Ctrl-C keeps what was found. */
export function packRegress(program: Command): void {
  packGroup(program)
    .command('regress <pakket>')
    .description('speel elk partnerschap na onder een gewijzigd regelpakket, en toon wat anders was gegaan')
    .option('--pack <naam>', 'partnerschappen met dit pakket; zonder: het pakket met de naam van de kandidaat')
    .action(async (source: string, options: { pack?: string }, command: Command) => {
      const candidate = readPack(source, command);
      if (!candidate) {
        throw new UsageFault(
          `Het regelpakket in ${source} klopt niet; er is niets nagespeeld.`,
          `The rule pack in ${source} is not right; nothing was replayed.`,
        );
      }
      await at(command, async ({ ledger, organisation, language, say }) => {
        const pack = options.pack ?? candidate.ref.name;
        const { regressions } = ledger;
        const { id } = await regressions.start({ organisation, pack, candidate, actor: LOCAL_ACTOR });
        const stop = () => void regressions.cancel(organisation, pack, id, LOCAL_ACTOR);
        process.once('SIGINT', stop);
        await regressions.over(id);
        process.removeListener('SIGINT', stop);
        const report = await regressions.get(organisation, pack, id);
        for (const line of regressionLines(report, language)) await say(line);
        if (report.state !== 'done') process.exitCode = 1;
      });
    });
}
