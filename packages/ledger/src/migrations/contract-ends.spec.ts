import { describe, expect, it } from '@jest/globals';
import { type QueryRunner } from 'typeorm';
import { facts, walked } from '../testing/partnerships.js';
import { type Raw } from '../testing/raw.js';
import { withLedger } from '../testing/workbench.js';
import { ContractEnds1763826100000 } from './1763826100000-contract-ends.js';

const ENDS = 'SELECT contract_ends_on AS ends FROM partnership ORDER BY id';

function runnerOn(raw: Raw): QueryRunner {
  const connection = { options: { type: raw.dialect } };
  return { connection, query: (statement: string) => raw.rows(statement) } as unknown as QueryRunner;
}

describe('the last day of a contract', () => {
  it('is taken from partnerships of before, and a damaged one does not stand in the way', () =>
    withLedger(async ({ ledger, raw }) => {
      const on = (einde: string) => ({ contract: facts({ kenmerk: einde, start: '2020-01-01', einde }) });
      await walked(ledger, [], on('2030-02-28'));
      const { partnership: damaged } = await walked(ledger, [], on('2031-12-31'));
      await walked(ledger, [], { contract: facts({ kenmerk: 'zonder einde' }) });
      const step = new ContractEnds1763826100000();
      await step.down(runnerOn(raw));
      await raw.damage(`UPDATE partnership SET snapshot = '{half' WHERE id = ?`, damaged);
      await step.up(runnerOn(raw));
      expect(await raw.rows(ENDS)).toEqual([{ ends: '2030-02-28' }, { ends: null }, { ends: null }]);
    }));
});
