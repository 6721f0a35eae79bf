import { writeFileSync } from 'node:fs';
import { fingerprintOf, MOST_KEY_BYTES, privateKeyFrom, signPack } from '@samenwerkt/intake';
import { type Command } from 'commander';
import { readFile, readStart } from '../../files.js';
import { languageOf } from '../../workplace.js';
import { packGroup } from './group.js';

/** `samenwerkt pack sign`: a signature beside an archive, `<archive>.sig`. */
export function packSign(program: Command): void {
  packGroup(program)
    .command('sign <archief>')
    .description('onderteken een archief van pack pack; de handtekening komt ernaast, in <archief>.sig')
    .requiredOption('--key <bestand>', 'geheime sleutel van pack keygen')
    .action((archive: string, { key: file }: { key: string }, command: Command) => {
      const language = languageOf(command);
      const key = privateKeyFrom(readStart(file, MOST_KEY_BYTES), file);
      const signature = signPack(readFile(archive), key);
      writeFileSync(`${archive}.sig`, signature);
      const word = { nl: 'ondertekend met', en: 'signed with' }[language];
      console.log(`${archive}.sig  ${word} ${fingerprintOf(key)}`);
    });
}
