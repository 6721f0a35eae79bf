import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newPolicy } from '@samenwerkt/engine';
import { systemClock } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { languageOf } from '../../workplace.js';
import { packGroup } from './group.js';

/** `samenwerkt pack new`: a small pack that is right, with comments that teach. */
export function packNew(program: Command): void {
  packGroup(program)
    .command('new <naam> [map]')
    .description('begin een regelpakket: een klein pakket dat klopt, met uitleg erin')
    .action((name: string, folder: string | undefined, _options: object, command: Command) => {
      const target = folder ?? name;
      const files = newPolicy(name, systemClock());
      if (existsSync(target) && readdirSync(target).length > 0)
        throw new UsageFault(
          `${target} is niet leeg; noem een andere map.`,
          `${target} is not empty; name another folder.`,
        );
      for (const [path, text] of files) {
        const file = join(target, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      const said = {
        nl: `${target}: ${files.size} bestanden. Kijk na met: samenwerkt pack lint ${target}`,
        en: `${target}: ${files.size} files. Check with: samenwerkt pack lint ${target}`,
      };
      console.log(said[languageOf(command)]);
    });
}
