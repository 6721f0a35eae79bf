import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MOST_KEY_BYTES, MOST_SIGNATURE_BYTES, trustedKeyFrom, verifyPack, type TrustedKey } from '@samenwerkt/intake';
import { type Command } from 'commander';
import { readFile, readStart } from '../../files.js';
import { UsageFault } from '../../output/failure.js';
import { languageOf } from '../../workplace.js';
import { packGroup } from './group.js';

interface Options {
  readonly signature?: string;
  readonly key?: string;
  readonly trust?: string;
}

/** `samenwerkt pack verify`: who signed an archive and what it is; exit code 1 with what does not fit. */
export function packVerify(program: Command): void {
  packGroup(program)
    .command('verify <archief>')
    .description('controleer wie een archief heeft ondertekend, en dat het sindsdien niet is gewijzigd')
    .option('--signature <bestand>', 'handtekening; anders <archief>.sig')
    .option('--key <bestand>', 'openbare sleutel die u vertrouwt')
    .option('--trust <map>', 'map met openbare sleutels (.pub) die u vertrouwt')
    .action((archive: string, options: Options, command: Command) => {
      const language = languageOf(command);
      const trusted = trustedKeys(options);
      const signature = readStart(options.signature ?? `${archive}.sig`, MOST_SIGNATURE_BYTES);
      const { signer, fingerprint, pack, archive: sha256 } = verifyPack(readFile(archive), signature, trusted);
      const said = {
        nl: `${pack.name} ${pack.version} is ondertekend met ${signer} en sindsdien niet gewijzigd.`,
        en: `${pack.name} ${pack.version} was signed with ${signer} and has not been changed since.`,
      };
      const words = { nl: ['sleutel', 'regelpakket'], en: ['key', 'rule pack'] }[language];
      console.log(said[language]);
      console.log(`${words[0]} ${fingerprint}\n${words[1]} ${pack.digest}\nsha256 ${sha256}`);
    });
}

/** A file in the folder that is no usable key is refused, so that nobody believes to trust what is not looked at. */
function trustedKeys({ key, trust }: Options): TrustedKey[] {
  if (key !== undefined && trust === undefined) return [keyIn(key)];
  if (key === undefined && trust !== undefined) {
    const names = namesIn(trust).filter((name) => name.endsWith('.pub'));
    return names.sort().map((name) => keyIn(join(trust, name)));
  }
  throw new UsageFault(
    'Zeg wie u vertrouwt: --key <openbare sleutel> of --trust <map>; niet beide.',
    'Say whom you trust: --key <public key> or --trust <folder>; not both.',
  );
}

function keyIn(file: string): TrustedKey {
  return trustedKeyFrom(readStart(file, MOST_KEY_BYTES), basename(file));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const reason = (error as Error).message;
    throw new UsageFault(`${folder} is niet te lezen: ${reason}`, `${folder} cannot be read: ${reason}`);
  }
}
