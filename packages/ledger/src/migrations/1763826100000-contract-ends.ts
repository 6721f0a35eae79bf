import { isPlainDate } from '@samenwerkt/calendar';
import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

/** Partnerships read at a time. */
const LOT = 500;

/** The last day of the contract beside the snapshot, so that an agenda finds what ends in a month. */
export class ContractEnds1763826100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, 'ALTER TABLE partnership ADD COLUMN contract_ends_on TEXT');
    for (let after = ''; ;) {
      const lot = await lotAfter(runner, after);
      for (const { id, snapshot } of lot) {
        const end = endIn(snapshot);
        const one = `UPDATE partnership SET contract_ends_on = '${end ?? ''}' WHERE id = ${quoted(id)}`;
        if (end !== undefined) await runner.query(one);
      }
      const last = lot.at(-1);
      if (!last) break;
      after = last.id;
    }
    await run(
      runner,
      'CREATE INDEX partnership_ends ON partnership (organisation_id, contract_ends_on) WHERE contract_ends_on IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, 'DROP INDEX partnership_ends');
    await run(runner, 'ALTER TABLE partnership DROP COLUMN contract_ends_on');
  }
}

function lotAfter(runner: QueryRunner, id: string): Promise<{ id: string; snapshot: string }[]> {
  const lot = `SELECT id, snapshot FROM partnership WHERE id > ${quoted(id)} ORDER BY id LIMIT ${LOT}`;
  return runner.query(lot) as Promise<{ id: string; snapshot: string }[]>;
}

/** A snapshot that is damaged says nothing: its partnership is set apart, and gets its columns when it is rebuilt. */
function endIn(snapshot: string): string | undefined {
  try {
    const { contract } = JSON.parse(snapshot) as { contract?: { einde?: unknown } };
    const end = contract?.einde;
    return typeof end === 'string' && isPlainDate(end) ? end : undefined;
  } catch {
    return undefined;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
