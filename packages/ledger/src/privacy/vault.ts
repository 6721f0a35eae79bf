import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, type Work } from '../database/work.js';
import { SecretKeyWrong, SubjectErased } from './errors.js';
import { type InstallationKey } from './installation-key.js';
import { derivedKey, keyId, mac, newKey, openBytes, sealBytes } from './sealing.js';
import * as statements from './statements.js';

/** A text that was sealed for a subject. */
interface Sealed {
  readonly subject: string;
  readonly sealed: string;
}

/** What the secret behind all blind indexes is sealed as. */
const INDEX = 'index';
const BATCH = 500;

/** In the place of an organisation's id, for what is the same in all of them; no id looks like it. */
const EVERYWHERE = 'installation';

/**
 * Keeps personal data so that it can be destroyed. Each subject has a key of its own; what is sealed with it may be
 * copied into backups and logs, and is gone everywhere when the key is destroyed. All members are work for a transaction
 * of the ledger.
 */
export class Vault {
  private readonly indexKeys = new Map<string, Buffer>();
  private everywhere: Buffer | undefined;

  /** @param index the secret behind all blind indexes */
  constructor(
    private readonly installation: Buffer,
    private readonly index: Buffer,
    private readonly clock: Clock,
  ) {}

  /**
   * Seals a text for a subject, whose key is made when there is none yet.
   * @param subject UUID; a person, or whatever else is erased as a whole
   * @throws SubjectErased
   */
  *seal(organisation: string, subject: string, text: string): Work<string> {
    return yield* this.sealData(organisation, subject, Buffer.from(text));
  }

  /** The same for bytes, such as a file. @throws SubjectErased */
  *sealData(organisation: string, subject: string, data: Buffer): Work<string> {
    const found = yield* first(statements.KEY, { id: subject, organisation });
    if (found?.wrapped === null) throw new SubjectErased(subject);
    const key = found ? this.unwrap(subject, found.wrapped) : yield* this.keyFor(organisation, subject);
    return sealBytes(key, subject, data);
  }

  /** The bytes; undefined when they were erased. @throws SealBroken */
  *openData(organisation: string, { subject, sealed }: Sealed): Work<Buffer | undefined> {
    const found = yield* first(statements.KEY, { id: subject, organisation });
    const wrapped = found?.wrapped ?? null;
    return wrapped === null ? undefined : openBytes(this.unwrap(subject, wrapped), subject, sealed);
  }

  /** The text; undefined when it was erased. @throws SealBroken */
  *open(organisation: string, { subject, sealed }: Sealed): Work<string | undefined> {
    const found = yield* first(statements.KEY, { id: subject, organisation });
    return this.opened(subject, found?.wrapped ?? null, sealed);
  }

  /** The same where the key of the subject was read along. */
  opened(subject: string, wrapped: string | null, sealed: string): string | undefined {
    return wrapped === null ? undefined : openBytes(this.unwrap(subject, wrapped), subject, sealed).toString();
  }

  /** Destroys the key of a subject: whatever was sealed with it can never be read again. @returns whether there was one */
  *destroy(organisation: string, subject: string): Work<boolean> {
    return (yield* change(statements.DESTROY_KEY, { id: subject, organisation, at: this.clock() })) === 1;
  }

  /**
   * What a text is looked up by without being readable: equal for equal texts of one organisation, and for nobody else.
   * @param kind what sort of text, so that an address and a name that are the same text are not taken for each other
   */
  indexOf(organisation: string, kind: string, text: string): string {
    let key = this.indexKeys.get(organisation);
    if (!key) this.indexKeys.set(organisation, (key = derivedKey(this.index, organisation)));
    return mac(key, `${kind}\n${text}`);
  }

  /** The same for what is looked up without knowing of which organisation it is: equal in all of this installation. */
  indexEverywhere(kind: string, text: string): string {
    return mac((this.everywhere ??= derivedKey(this.index, EVERYWHERE)), `${kind}\n${text}`);
  }

  private *keyFor(organisation: string, id: string): Work<Buffer> {
    const key = newKey();
    const wrapped = sealBytes(this.installation, id, key);
    yield* change(statements.ADD_KEY, { id, organisation, wrapped, at: this.clock() });
    return key;
  }

  private unwrap(subject: string, wrapped: string): Buffer {
    return openBytes(this.installation, subject, wrapped);
  }
}

/** Whether something was sealed here already, so that the key must be the one it was sealed with. */
export async function isSealed(database: Database): Promise<boolean> {
  return (await database.read(() => first(statements.SECRET))) !== undefined;
}

/** Opens the vault; at the first opening it is made. @throws SecretKeyWrong when the administration has another key */
export async function openVault(database: Database, { key, where }: InstallationKey, clock: Clock): Promise<Vault> {
  const made = { keyId: keyId(key), wrapped: sealBytes(key, INDEX, newKey()) };
  if (!(await isSealed(database))) await database.alone(() => change(statements.ADD_SECRET, made));
  const secret = await database.read(() => first(statements.SECRET));
  if (secret?.keyId !== made.keyId) throw new SecretKeyWrong(where);
  return new Vault(key, openBytes(key, INDEX, secret.wrapped), clock);
}

/**
 * Keeps all keys under another installation key, in one transaction. What is sealed stays as it is. No other process may
 * have the administration open: it would go on with the old key.
 * @returns how many keys
 * @throws SecretKeyWrong
 */
export function rewrap(database: Database, from: InstallationKey, to: InstallationKey): Promise<number> {
  return database.alone(function* () {
    const secret = yield* first(statements.SECRET);
    if (secret?.keyId !== keyId(from.key)) throw new SecretKeyWrong(from.where);
    const again = (id: string, wrapped: string) => sealBytes(to.key, id, openBytes(from.key, id, wrapped));
    for (let after = '', done = 0; ;) {
      const page = yield* all(statements.KEYS_AFTER, { after, limit: BATCH });
      for (const { id, wrapped } of page) yield* change(statements.REWRAP_KEY, { id, wrapped: again(id, wrapped) });
      after = page.at(-1)?.id ?? '';
      done += page.length;
      if (page.length === BATCH) continue;
      yield* change(statements.REWRAP_SECRET, { keyId: keyId(to.key), wrapped: again(INDEX, secret.wrapped) });
      return done;
    }
  });
}
