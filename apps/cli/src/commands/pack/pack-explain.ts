import { runPackTests } from '@samenwerkt/engine';
import { type Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { figureLines } from '../../output/figures.js';
import { resultLines } from '../../output/pack-tests.js';
import { packGroup } from './group.js';
import { withPack } from './read-pack.js';

/** `samenwerkt pack explain`: the whole way to the outcome of one test. */
export function packExplain(program: Command): void {
  packGroup(program)
    .command('explain <pakket> <test>')
    .description('laat zien hoe de uitkomst van een test tot stand komt')
    .action((folder: string, id: string, _options: object, command: Command) => {
      withPack(folder, command, (pack, language) => {
        const result = runPackTests(pack).find(({ test }) => test.id === id);
        if (!result) {
          const known = pack.tests.map((test) => test.id).join(', ');
          throw new UsageFault(
            `Test ${id} bestaat niet. Kies uit: ${known}.`,
            `Test ${id} does not exist. Choose from: ${known}.`,
          );
        }
        console.log(resultLines(result, language).join('\n'));
        if (result.figure) console.log(figureLines(result.figure, language).join('\n'));
      });
    });
}
