import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { isPostgres } from './dialect.js';

/**
 * `folded(text)`: the text without capitals, by the letters of the database and not only those of ASCII, which is all that a
 * column in bytewise order knows. On SQLite every connection brings the function along.
 */
export class FoldedLetters1763826300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (isPostgres(runner))
      await runner.query(
        `CREATE FUNCTION folded(given text) RETURNS text LANGUAGE sql IMMUTABLE
         AS $$ SELECT lower(given COLLATE "default") $$`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    if (isPostgres(runner)) await runner.query('DROP FUNCTION folded(text)');
  }
}
