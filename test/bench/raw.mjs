import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * The line to compare with: better-sqlite3 by itself, WAL and synchronous=FULL as the ledger has it, one UPDATE of a row
 * the size of a snapshot and one INSERT the size of an event in every commit. No rules, no hash, no checks.
 */
export function rawCommits(folder, seconds) {
  const file = join(folder, 'raw.sqlite');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'CREATE TABLE p (id INTEGER PRIMARY KEY, version INTEGER, snapshot TEXT); CREATE TABLE h (id INTEGER PRIMARY KEY, p INTEGER, data TEXT)',
  );
  const snapshot = 'x'.repeat(2500);
  const data = 'y'.repeat(400);
  const seed = database.prepare('INSERT INTO p VALUES (?, 1, ?)');
  database.transaction(() => {
    for (let id = 0; id < 1000; id++) seed.run(id, snapshot);
  })();
  const update = database.prepare('UPDATE p SET version = version + 1, snapshot = ? WHERE id = ?');
  const insert = database.prepare('INSERT INTO h (p, data) VALUES (?, ?)');
  const commit = database.transaction((id) => {
    update.run(snapshot, id);
    insert.run(id, data);
  });
  const until = performance.now() + seconds * 1000;
  const begun = performance.now();
  let commits = 0;
  for (; performance.now() < until; commits++) commit.immediate(commits % 1000);
  const rate = commits / ((performance.now() - begun) / 1000);
  database.close();
  rmSync(file, { force: true });
  return rate;
}
