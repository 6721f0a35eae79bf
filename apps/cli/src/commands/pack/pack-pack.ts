import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { lintPolicy } from '@samenwerkt/engine';
import { writePackArchive } from '@samenwerkt/intake';
import { systemClock } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { languageOf } from '../../workplace.js';
import { packGroup } from './group.js';
import { findingLine } from './pack-lint.js';
import { packFiles } from './pack-source.js';

/** `samenwerkt pack pack`: one file to hand over, the same bytes for the same pack; a pack that does not load is refused. */
export function packPack(program: Command): void {
  packGroup(program)
    .command('pack <pakket>')
    .description('maak van een regelpakket één archief (tar.gz), steeds dezelfde bytes, met vingerafdruk')
    .option('-o, --output <bestand>', 'naam van het archief; anders <naam>-<versie>.tar.gz')
    .action((source: string, options: { output?: string }, command: Command) => {
      const language = languageOf(command);
      const files = packFiles(source);
      const { pack, findings } = lintPolicy(files, systemClock());
      if (!pack) {
        for (const finding of findings) console.error(findingLine(finding, language));
        throw new UsageFault(
          `${findings.length} fout(en); er is niets ingepakt.`,
          `${findings.length} error(s); nothing was packed.`,
        );
      }
      const archive = writePackArchive(files);
      const target = options.output ?? `${pack.manifest.name}-${pack.manifest.version}.tar.gz`;
      writeFileSync(target, archive);
      console.log(`${target}  ${files.size} ${language === 'nl' ? 'bestanden' : 'files'}, ${archive.length} bytes`);
      console.log(`sha256 ${createHash('sha256').update(archive).digest('hex')}`);
      console.log(`${language === 'nl' ? 'regelpakket' : 'rule pack'} ${pack.digest}`);
    });
}
