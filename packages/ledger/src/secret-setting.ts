import { readFileSync } from 'node:fs';
import { LedgerError } from './errors.js';

/** A setting that holds a secret was given twice, or its file cannot be read. What stands in either is never repeated. */
class SecretSettingInvalid extends LedgerError {
  readonly code = 'secret-setting-invalid';
}

/**
 * A setting that holds a secret: `NAME` itself, or what stands in the file that `NAME_FILE` names, so that the secret is
 * neither in the environment of the process nor in what started it. White space around it does not count; empty counts
 * as left out.
 * @throws SecretSettingInvalid when both are given, or the file cannot be read or is empty
 */
export function secretSetting(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
): string | undefined {
  const [text, file] = [environment[name] || undefined, environment[`${name}_FILE`] || undefined];
  if (file === undefined) return text;
  if (text !== undefined) {
    throw new SecretSettingInvalid({
      nl: `${name} en ${name}_FILE zijn beide gezet; laat een van de twee weg.`,
      en: `${name} and ${name}_FILE are both set; leave one of them out.`,
    });
  }
  const content = contentOf(file);
  if (content) return content;
  throw new SecretSettingInvalid({
    nl: `${name}_FILE=${file}: dat bestand is leeg of niet te lezen. Zet er het geheim in, en laat dit programma het lezen.`,
    en: `${name}_FILE=${file}: that file is empty or cannot be read. Put the secret in it, and let this program read it.`,
  });
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
