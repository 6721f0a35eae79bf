import { runPackTests } from '@samenwerkt/engine';
import { type Command } from 'commander';
import { resultLines, summary } from '../../output/pack-tests.js';
import { packGroup } from './group.js';
import { withPack } from './read-pack.js';

/** `samenwerkt pack test`: runs the tests of a pack; exit code 1 when one fails. */
export function packTest(program: Command): void {
  packGroup(program)
    .command('test <pakket>')
    .description('draai de tests van een regelpakket')
    .action((folder: string, _options: object, command: Command) => {
      withPack(folder, command, (pack, language) => {
        const results = runPackTests(pack);
        for (const result of results) console.log(resultLines(result, language).join('\n'));
        console.log(summary(results, language));
        if (results.some(({ passed }) => !passed)) process.exitCode = 1;
      });
    });
}
