import { namesIn, renamed, type Command, type Partnership, type Text } from '@samenwerkt/engine';
import { v7 as uuid } from 'uuid';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, type Work } from '../database/work.js';
import { referenceTo, referred, replacedIn, replacedInJson } from './references.js';
import * as statements from './subject-statements.js';
import { type StoredSubject } from './subject-statements.js';
import { type Vault } from './vault.js';

/** What is shown in the place of a name that was erased. */
export const ERASED: Text = { nl: '[gewist]', en: '[erased]' };

/** The data of a command with references in the place of names. */
export interface Referring {
  readonly data: Command['data'];
  /** Who is named for the first time: name by id. Not on record yet; see {@link DataSubjects.add}. */
  readonly fresh: ReadonlyMap<string, string>;
}

/** Somebody whom histories may name. */
export interface DataSubject {
  readonly id: string;
  readonly name: string;
  /** Instant (ISO, UTC) at which they were first named. */
  readonly createdAt: string;
}

const BATCH = 500;

/** Most indexes kept in memory. */
const MOST_INDEXES = 5_000;

/**
 * The people whom histories name. Histories hold references; the names are sealed in the vault, and are put back when
 * somebody looks. The same name in one organisation is the same person, so that rules can compare.
 */
export class DataSubjects {
  private readonly indexes = new Map<string, string>();

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Puts references in the place of the names in a command. Only reads, so that a decision can follow. */
  *referring(organisation: string, partnership: Partnership, command: Command): Work<Referring> {
    const names = namesIn(partnership, command);
    if (names.length === 0) return { data: command.data, fresh: new Map() };
    const known = yield* this.idsOf(organisation, names);
    const fresh = new Map<string, string>();
    const references = new Map<string, string>();
    for (const given of names) {
      const name = tidy(given);
      let id = known.get(name);
      if (id === undefined) {
        known.set(name, (id = uuid()));
        fresh.set(id, name);
      }
      references.set(given, referenceTo(id));
    }
    return { data: renamed(partnership, command, references), fresh };
  }

  /** The same outside a transaction, for whoever only asks what a rule would say. */
  asked(organisation: string, partnership: Partnership, command: Command): Promise<Referring> {
    return this.database.read(() => this.referring(organisation, partnership, command));
  }

  /** Puts on record who is named for the first time. */
  *add(organisation: string, fresh: Referring['fresh']): Work<void> {
    for (const [id, name] of fresh) {
      const sealed = yield* this.vault.seal(organisation, id, name);
      const nameIndex = this.indexOf(organisation, name);
      yield* change(statements.ADD, { id, organisation, name: sealed, nameIndex, at: this.clock() });
    }
  }

  /**
   * The reference to somebody, whatever the case of the name; who is not known yet is put on record. For lists outside
   * histories, such as the address book: it looks through everybody, so it is not for what must be fast.
   */
  *referenceFor(organisation: string, given: string): Work<string> {
    const name = tidy(given);
    const exact = (yield* this.idsOf(organisation, [name])).get(name);
    const known = exact ?? (yield* this.named(organisation, name)).find((one) => isSameName(one.name, name))?.id;
    if (known !== undefined) return referenceTo(known);
    const id = uuid();
    yield* this.add(organisation, new Map([[id, name]]));
    return referenceTo(id);
  }

  /** The forms in which a name may be on record: itself, of before there were references, and its reference. */
  *formsOf(organisation: string, name: string): Work<string[]> {
    const found = yield* this.idsOf(organisation, [name]);
    return [name, ...[...found.values()].map(referenceTo)];
  }

  /** Everybody of the organisation whose name holds this text, whatever its case; in the order in which they were first named. */
  *named(organisation: string, text: string): Work<DataSubject[]> {
    const sought = tidy(text).toLowerCase();
    const found: DataSubject[] = [];
    for (let after = ''; ;) {
      const page = yield* all(statements.LIVING_AFTER, { organisation, after, limit: BATCH });
      for (const { createdAt, ...stored } of page) {
        const name = this.nameOf(stored);
        if (name?.toLowerCase().includes(sought)) found.push({ id: stored.id, name, createdAt });
      }
      const last = page.at(-1);
      if (!last || page.length < BATCH) return found;
      after = last.id;
    }
  }

  /**
   * A JSON value with names in the place of references, for somebody of the organisation to read. References to others'
   * subjects stay as they are.
   */
  async shown<T>(organisation: string, value: T, language: keyof Text): Promise<T> {
    const names = await this.namesFor(organisation, JSON.stringify(value) ?? '', language);
    return names.size === 0 ? value : replacedIn(value, (id) => names.get(id));
  }

  /** The same for a value that is written as JSON already. */
  async shownJson(organisation: string, json: string, language: keyof Text): Promise<string> {
    const names = await this.namesFor(organisation, json, language);
    return names.size === 0 ? json : replacedInJson(json, (id) => names.get(id));
  }

  /** The name behind what stands on record for somebody: a reference, or a name of before those. Undefined once erased. */
  async nameBehind(organisation: string, written: string): Promise<string | undefined> {
    const [id] = referred(written);
    if (id === undefined) return written;
    const [found] = await this.database.read(() => this.stored(organisation, [id]));
    return found && this.nameOf(found);
  }

  private async namesFor(organisation: string, text: string, language: keyof Text): Promise<Map<string, string>> {
    const ids = referred(text);
    if (ids.length === 0) return new Map();
    const stored = await this.database.read(() => this.stored(organisation, ids));
    return new Map(stored.map((one) => [one.id, this.nameOf(one) ?? ERASED[language]]));
  }

  private *stored(organisation: string, ids: readonly string[]): Work<StoredSubject[]> {
    const found: StoredSubject[] = [];
    for (const part of parts(ids, statements.AT_ONCE.ids)) {
      found.push(...(yield* all(statements.BY_ID, { organisation, ...part })));
    }
    return found;
  }

  private *idsOf(organisation: string, names: readonly string[]): Work<Map<string, string>> {
    const byIndex = new Map(names.map(tidy).map((name) => [this.indexOf(organisation, name), name]));
    const found = new Map<string, string>();
    for (const part of parts([...byIndex.keys()], statements.AT_ONCE.indexes)) {
      for (const { id, nameIndex } of yield* all(statements.BY_INDEX, { organisation, ...part })) {
        found.set(byIndex.get(nameIndex) ?? '', id);
      }
    }
    return found;
  }

  /** The same few names come back with every event, so what was worked out is kept for a while. */
  private indexOf(organisation: string, name: string): string {
    const key = `${organisation} ${name}`;
    let index = this.indexes.get(key);
    if (index === undefined) {
      index = this.vault.indexOf(organisation, 'name', name);
      if (this.indexes.size >= MOST_INDEXES) this.indexes.clear();
      this.indexes.set(key, index);
    }
    return index;
  }

  private nameOf({ id, name, wrapped }: StoredSubject): string | undefined {
    return name === null ? undefined : this.vault.opened(id, wrapped, name);
  }
}

/** What a refusal or rehearsal says of people who are not on record yet: their names. */
export function withNames<T>(value: T, fresh: Referring['fresh']): T {
  return fresh.size === 0 ? value : replacedIn(value, (id) => fresh.get(id));
}

/** Words of ASCII with one space between them are tidy already. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** One way to write a name: without spaces that nobody sees. */
function tidy(name: string): string {
  return PLAIN.test(name) ? name : name.normalize('NFC').trim().replace(/\s+/g, ' ');
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function parts(values: readonly string[], length: number): Record<string, string>[] {
  return Array.from({ length: Math.ceil(values.length / length) }, (_, index) =>
    statements.listed(values.slice(index * length, (index + 1) * length), length),
  );
}
