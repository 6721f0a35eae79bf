import { DataInvalid, EventRefused } from '@samenwerkt/ledger';
import { reasonLines } from './reasons.js';

/** The command was called in a way that cannot work. */
export class UsageFault extends Error {
  readonly code = 'usage';

  constructor(
    readonly nl: string,
    readonly en: string,
  ) {
    super(nl);
    this.name = 'UsageFault';
  }

  get text(): { nl: string; en: string } {
    return { nl: this.nl, en: this.en };
  }
}

/** Says on standard error what went wrong and what to do; a stack only for what nobody foresaw. */
export function report(error: unknown, language: 'nl' | 'en'): void {
  const { text } = (error ?? {}) as { text?: Record<'nl' | 'en', string> };
  if (!text) return console.error(error);
  console.error(text[language]);
  if (error instanceof DataInvalid) reportFields(error.problems, language);
  if (!(error instanceof EventRefused)) return;
  const { problems, reasons, possible } = error.refusal;
  reportFields(problems, language);
  for (const reason of reasons) for (const line of reasonLines(reason, language)) console.error(line);
  if (possible.length > 0) console.error(`  ${language === 'nl' ? 'Mogelijk is' : 'Possible'}: ${possible.join(', ')}`);
}

function reportFields(problems: DataInvalid['problems'], language: 'nl' | 'en'): void {
  for (const { path, message } of problems) console.error(`  ${path}: ${message[language]}`);
}
