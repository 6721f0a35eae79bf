import { existsSync } from 'node:fs';
import { fingerprintOf, newSigningKeys, privateKeyFrom } from '@samenwerkt/intake';
import { type Command } from 'commander';
import { existsAlready, writeNewFile } from '../../files.js';
import { languageOf } from '../../workplace.js';
import { packGroup } from './group.js';

/** `samenwerkt pack keygen`: a pair of keys to sign packs with. Files that are there are never written over. */
export function packKeygen(program: Command): void {
  packGroup(program)
    .command('keygen <bestand>')
    .description('maak een sleutelpaar om regelpakketten te ondertekenen: <bestand> (geheim) en <bestand>.pub')
    .action((file: string, _options: object, command: Command) => {
      const language = languageOf(command);
      const { privateKey, publicKey } = newSigningKeys();
      const open = `${file}.pub`;
      if (existsSync(open)) throw existsAlready(open);
      // The private key is never readable by others, not even for a moment.
      writeNewFile(file, privateKey, 0o600);
      writeNewFile(open, publicKey, 0o644);
      const fingerprint = fingerprintOf(privateKeyFrom(Buffer.from(privateKey), file));
      const said = {
        nl: `${file}  geheime sleutel: bewaar die goed en deel hem niet\n${file}.pub  openbare sleutel: geef die aan wie uw pakketten controleert\n${fingerprint}`,
        en: `${file}  private key: keep it safe and do not share it\n${file}.pub  public key: give it to whoever verifies your packs\n${fingerprint}`,
      };
      console.log(said[language]);
    });
}
