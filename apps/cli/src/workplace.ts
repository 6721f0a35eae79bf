import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROLES, type Actor, type Role } from '@samenwerkt/engine';
import { loadPackFolder, loadPackSources } from '@samenwerkt/intake';
import {
  EventRefused,
  ledgerLocation,
  LOCAL_ACTOR,
  LOCAL_ORGANISATION,
  openLedger,
  type Ledger,
} from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { UsageFault } from './output/failure.js';

export type Language = 'nl' | 'en';

/** Root of the program's own files: rule packs and demo data. */
export const PROGRAM = fileURLToPath(new URL('../../../', import.meta.url));

/** Folder of the rule packs that come with the program. */
export const SHIPPED_PACKS = join(PROGRAM, 'rule-packs');

/** What every command works with. */
export interface Workplace {
  readonly ledger: Ledger;
  readonly organisation: string;
  readonly language: Language;
  /** Prints a text with names in the place of references to people: the one place where the command line shows them. */
  say(text: string): Promise<void>;
  /** Prints a value as JSON, with names likewise. */
  sayJson(value: unknown): Promise<void>;
}

/** The language asked for. @throws UsageFault when it is neither nl nor en */
export function languageOf(command: Command): Language {
  const { lang } = command.optsWithGlobals<{ lang: string }>();
  if (lang === 'nl' || lang === 'en') return lang;
  throw new UsageFault(`--lang ${lang}: kies nl of en.`, `--lang ${lang}: choose nl or en.`);
}

/** Opens the administration, does the work, and closes it whatever happens. */
export async function at(command: Command, work: (workplace: Workplace) => Promise<void>, make = false): Promise<void> {
  const language = languageOf(command);
  const { dataDir } = command.optsWithGlobals<{ dataDir: string }>();
  const location = ledgerLocation(dataDir, process.env);
  if (!make && location.url === undefined && !existsSync(location.file)) {
    throw new UsageFault(
      `Er is geen administratie in ${resolve(dataDir)}. Start die met npm start, importeer contracten, of noem de map met --data-dir.`,
      `There is no administration in ${resolve(dataDir)}. Start it with npm start, import contracts, or name the folder with --data-dir.`,
    );
  }
  const ledger = await openLedger(location);
  try {
    await prepare(ledger);
    await work(workplaceOf(ledger, language));
  } catch (error) {
    if (!(error instanceof EventRefused)) throw error;
    throw new EventRefused(await ledger.subjects.shown(LOCAL_ORGANISATION.id, error.refusal, language));
  } finally {
    await ledger.close();
  }
}

function workplaceOf(ledger: Ledger, language: Language): Workplace {
  const organisation = LOCAL_ORGANISATION.id;
  return {
    ledger,
    organisation,
    language,
    say: async (text) => console.log(await ledger.subjects.shown(organisation, text, language)),
    sayJson: async (value) =>
      console.log(JSON.stringify(await ledger.subjects.shown(organisation, value, language), null, 2)),
  };
}

/** Makes sure the organisation is there, the packs that come with the program, and those that `RULE_PACKS` names. */
export async function prepare(ledger: Ledger): Promise<void> {
  const { id, name } = LOCAL_ORGANISATION;
  await ledger.ensureOrganisation(id, name);
  for (const note of await loadPackFolder(ledger, id, SHIPPED_PACKS)) console.error(note);
  const own = await loadPackSources(ledger, id, process.env.RULE_PACKS, process.cwd(), SHIPPED_PACKS);
  for (const note of own) console.error(note);
}

/** The actor for `--as coordinator,inkoopexpert`; every role when it is left out. */
export function actorFor(roles: string | undefined): Actor {
  const asked = roles?.split(',').map((role) => role.trim());
  const unknown = asked?.find((role) => !(ROLES as readonly string[]).includes(role));
  if (unknown !== undefined) {
    throw new UsageFault(
      `Rol "${unknown}" bestaat niet. Kies uit: ${ROLES.join(', ')}.`,
      `Role "${unknown}" does not exist. Choose from: ${ROLES.join(', ')}.`,
    );
  }
  return { id: LOCAL_ACTOR, roles: (asked as Role[] | undefined) ?? ROLES };
}
