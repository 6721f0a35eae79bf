import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { LedgerClosed, NotFound } from '../errors.js';
import { withFolder } from '../testing/workbench.js';
import { GroupCommit } from './group-commit.js';
import { SqliteTransactor } from './sqlite.js';
import { change, first, sql, type Work } from './work.js';

interface Desk {
  readonly commits: GroupCommit;
  readonly database: Database;
  /** What another program sees. */
  seen(): string[];
  /** Everything the connection was told, BEGIN and COMMIT included. */
  readonly told: string[];
  write(text: string): () => Work<string>;
}

const ADD = sql('INSERT INTO note VALUES (@text)');
const COUNT = sql<{ notes: number }>('SELECT count(*) AS notes FROM note');

/** A table of notes in which no note may occur twice and the note `vlek` cannot be written. */
function withDesk(work: (desk: Desk) => Promise<void>): Promise<void> {
  return withFolder(async (folder) => {
    const file = join(folder, 'notes.sqlite');
    const told: string[] = [];
    const database = new BetterSqlite3(file, { verbose: (sql) => told.push(String(sql)), timeout: 100 });
    database.pragma('journal_mode = WAL');
    database.exec(`CREATE TABLE note (text TEXT PRIMARY KEY);
      CREATE TRIGGER spill AFTER INSERT ON note WHEN NEW.text = 'vlek' BEGIN SELECT RAISE(ABORT, 'spilled'); END`);
    const other = new BetterSqlite3(file);
    try {
      await work({
        commits: new GroupCommit(new SqliteTransactor(database)),
        database,
        told,
        seen: () => other.prepare('SELECT text FROM note ORDER BY text').pluck().all() as string[],
        write: (text) =>
          function* () {
            yield* change(ADD, { text });
            return text;
          },
      });
    } finally {
      other.close();
      database.close();
    }
  });
}

const commitsIn = (told: readonly string[]) => told.filter((sql) => sql === 'COMMIT').length;

const refusing = function* (): Work<never> {
  yield* first(COUNT);
  throw new NotFound({ nl: 'ding', en: 'thing' }, 'x');
};

describe('work that arrives in one turn', () => {
  it('shares one transaction', () =>
    withDesk(async ({ commits, write, told, seen }) => {
      const answers = await Promise.all(['a', 'b', 'c'].map((text) => commits.run(write(text))));
      expect(answers).toEqual(['a', 'b', 'c']);
      expect(seen()).toEqual(['a', 'b', 'c']);
      expect(commitsIn(told)).toBe(1);
    }));

  it('is answered only when another program can see it, all of it at once', () =>
    withDesk(async ({ commits, write, seen }) => {
      const seenInside: string[][] = [];
      const seenAtAnswer: string[][] = [];
      const note = (text: string) =>
        commits
          .run(function* () {
            yield* write(text)();
            seenInside.push(seen());
          })
          .then(() => seenAtAnswer.push(seen()));
      await Promise.all([note('a'), note('b')]);
      expect(seenInside).toEqual([[], []]);
      expect(seenAtAnswer).toEqual([
        ['a', 'b'],
        ['a', 'b'],
      ]);
    }));

  it('is done in the order in which it came, and later work sees earlier work', () =>
    withDesk(async ({ commits, write }) => {
      const notes = function* (): Work<unknown> {
        return (yield* first(COUNT))?.notes;
      };
      const counts = await Promise.all([
        commits.run(notes),
        commits.run(write('a')),
        commits.run(notes),
        commits.run(write('b')),
        commits.run(notes),
      ]);
      expect(counts).toEqual([0, 'a', 1, 'b', 2]);
    }));

  it('beyond the size of a batch goes into the next transaction, in order and without loss', () =>
    withDesk(async ({ commits, write, told, seen }) => {
      const texts = Array.from({ length: 600 }, (_, i) => String(i).padStart(3, '0'));
      const answered: string[] = [];
      await Promise.all(texts.map((text) => commits.run(write(text)).then((answer) => answered.push(answer))));
      expect(answered).toEqual(texts);
      expect(seen()).toEqual(texts);
      expect(commitsIn(told)).toBe(3);
    }));
});

describe('work that fails', () => {
  it('by a refusal leaves its neighbours in their one transaction', () =>
    withDesk(async ({ commits, write, told, seen }) => {
      const [first, refused, last] = await Promise.allSettled([
        commits.run(write('a')),
        commits.run(refusing),
        commits.run(write('b')),
      ]);
      expect(first).toEqual({ status: 'fulfilled', value: 'a' });
      expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'not-found' } });
      expect(last).toEqual({ status: 'fulfilled', value: 'b' });
      expect(seen()).toEqual(['a', 'b']);
      expect(commitsIn(told)).toBe(1);
    }));

  it.each([
    ['a trigger that aborts', 'vlek', 'SQLITE_CONSTRAINT_TRIGGER'],
    ['a value that is there already', 'a', 'SQLITE_CONSTRAINT_PRIMARYKEY'],
  ])('in the storage, by %s, fails alone', (_name, culprit, code) =>
    withDesk(async ({ commits, write, seen }) => {
      const half = function* () {
        yield* write('half')();
        return yield* write(culprit)();
      };
      const outcomes = await Promise.allSettled([
        commits.run(write('a')),
        commits.run(write('b')),
        commits.run(half),
        commits.run(write('c')),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
      expect(outcomes[2]).toMatchObject({ reason: { code } });
      expect(seen()).toEqual(['a', 'b', 'c']);
    }),
  );

  it('by a programming error after a write leaves nothing behind', () =>
    withDesk(async ({ commits, write, seen }) => {
      const mistaken = function* () {
        yield* write('half')();
        throw new TypeError('mistake');
      };
      const [alone] = await Promise.allSettled([commits.run(mistaken)]);
      const [among, neighbour] = await Promise.allSettled([commits.run(mistaken), commits.run(write('a'))]);
      expect([alone, among]).toMatchObject([{ reason: { message: 'mistake' } }, { reason: { message: 'mistake' } }]);
      expect(neighbour).toEqual({ status: 'fulfilled', value: 'a' });
      expect(seen()).toEqual(['a']);
    }));

  it('by throwing something that is no error at all leaves nothing behind either', () =>
    withDesk(async ({ commits, write, seen }) => {
      const foreign = function* () {
        yield* write('half')();
        throw Object.create(null, { message: { value: 'from another realm' } }) as Error;
      };
      const outcome = await commits.run(foreign).catch(({ message }: Error) => message);
      expect(outcome).toBe('from another realm');
      expect(seen()).toEqual([]);
    }));

  it('does not stop what comes after it', () =>
    withDesk(async ({ commits, write, seen }) => {
      await expect(commits.run(write('vlek'))).rejects.toMatchObject({ message: 'spilled' });
      await expect(commits.run(write('a'))).resolves.toBe('a');
      expect(seen()).toEqual(['a']);
    }));
});

describe('a database that another program holds', () => {
  it('is waited for once for the whole batch, and nothing of it is recorded', () =>
    withDesk(async ({ commits, write, database, told, seen }) => {
      const holder = new BetterSqlite3(database.name);
      holder.exec('BEGIN IMMEDIATE');
      const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((text) => commits.run(write(text))));
      holder.exec('ROLLBACK');
      holder.close();
      expect(outcomes).toMatchObject(outcomes.map(() => ({ status: 'rejected', reason: { code: 'SQLITE_BUSY' } })));
      expect(told.filter((sql) => sql.startsWith('BEGIN'))).toHaveLength(1);
      expect(seen()).toEqual([]);
      await expect(commits.run(write('a'))).resolves.toBe('a');
    }));
});

describe('closing', () => {
  it('finishes what waits, more than one batch of it', () =>
    withDesk(async ({ commits, write, seen }) => {
      const waiting = Array.from({ length: 300 }, (_, i) => commits.run(write(`${i}`)));
      await commits.close();
      expect(seen()).toHaveLength(300);
      await Promise.all(waiting);
    }));

  it('refuses what comes later', () =>
    withDesk(async ({ commits, write, seen }) => {
      const before = commits.run(write('a'));
      const closing = commits.close();
      await expect(commits.run(write('b'))).rejects.toBeInstanceOf(LedgerClosed);
      await Promise.all([before, closing]);
      expect(seen()).toEqual(['a']);
    }));

  it('is done at once when nothing waits', () =>
    withDesk(async ({ commits }) => {
      await expect(commits.close()).resolves.toBeUndefined();
    }));

  it('may be asked twice; both askers hear when it is done', () =>
    withDesk(async ({ commits, write, seen }) => {
      const waiting = commits.run(write('a'));
      await Promise.all([commits.close(), commits.close()]);
      expect(seen()).toEqual(['a']);
      await waiting;
    }));
});
