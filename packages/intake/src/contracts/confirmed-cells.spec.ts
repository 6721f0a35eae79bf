import { describe, expect, it } from '@jest/globals';
import { type CellConfirmation } from './confirmed-cells.js';
import { readContracts } from './read-contracts.js';

/** Passes the eleven-test and belongs to nobody. */
const BSN = '111222333';
const WRITTEN = [BSN, '111.222.333', '111 222 333', '111-222-333'];
const head = 'kenmerk,titel,leverancier,categorie,soort,waarde,start';
const cells = {
  kenmerk: 'SM-1',
  titel: 'Schoonmaak',
  leverancier: 'Frisse Start',
  categorie: 'schoonmaak',
  soort: 'dienst',
  waarde: '1440000',
  start: '2026-01-01',
};

function read(instead: Partial<typeof cells>, confirmations: readonly CellConfirmation[] = [], header = head) {
  const text = `${header}\n${Object.values({ ...cells, ...instead }).join(',')}\n`;
  return readContracts(Buffer.from(text), { confirmations });
}

const codes = (...asked: Parameters<typeof read>) =>
  read(...asked).problems.map(({ line, column, code }) => `${line}:${column} ${code}`);

describe('a number in a cell that can be a BSN', () => {
  it.each(Object.keys(cells).map((name, index) => [name, index + 1] as const))(
    'is refused in %s with line and column, and not repeated',
    (name, column) => {
      for (const written of WRITTEN) {
        const { contracts, problems } = read({ [name]: `${written}` });
        expect(contracts).toEqual([]);
        expect(problems).toMatchObject([{ line: 2, column, code: expect.stringMatching(/^bsn-like/) }]);
        expect(JSON.stringify(problems)).not.toContain(written);
      }
    },
  );

  it('is not repeated by any other fault either', () => {
    const long = `${BSN}${' x'.repeat(200)}`;
    const all = [
      read({ titel: long }),
      read({ soort: `${BSN},${BSN}` }),
      read({ titel: `=${BSN}` }),
      read({}, [], head.replace('titel', BSN)),
      read({ titel: `${'x'.repeat(75)} ${BSN}` }),
    ];
    for (const { problems } of all) {
      expect(problems.length).toBeGreaterThan(0);
      expect(JSON.stringify(problems)).not.toMatch(/1112|2333/);
    }
  });

  it('is an amount when it has its decimals', () => {
    expect(read({ waarde: '111222333.00' }).contracts).toMatchObject([{ facts: { waarde: '111222333.00' } }]);
  });
});

describe('a confirmation', () => {
  const confirmation = { line: 2, column: 2, number: BSN, reason: 'contractnummer van de leverancier' };
  const titel = 'Contract 111.222.333';

  it('lets a number in, and goes with the contract', () => {
    expect(read({ titel }, [confirmation])).toMatchObject({
      problems: [],
      contracts: [
        {
          facts: { titel },
          confirmations: [{ path: '/titel', number: BSN, reason: 'contractnummer van de leverancier' }],
        },
      ],
    });
    const supplier = { ...confirmation, column: 3 };
    expect(read({ leverancier: `KvK ${BSN}` }, [supplier]).contracts[0]?.confirmations).toMatchObject([
      { path: '/supplier' },
    ]);
  });

  it('holds for that number in that cell only', () => {
    expect(codes({ titel: `${titel} of 123456782` }, [confirmation])).toEqual(['2:2 bsn-like']);
    expect(codes({ titel, categorie: BSN }, [confirmation])).toEqual(['2:4 bsn-like']);
  });

  it.each([
    ['of a line that is not there', { line: 9 }, '9:2 confirmation-misplaced'],
    ['of the header', { line: 1 }, '1:2 confirmation-misplaced'],
    ['of a column that is not there', { column: 12 }, '2:12 confirmation-misplaced'],
    ['of a cell without that number', { column: 4 }, '2:4 confirmation-misplaced'],
    ['of another number', { number: '123456782' }, '2:2 confirmation-misplaced'],
    ['without a reason', { reason: ' ' }, '2:2 confirmation-faulty'],
    ['with the number as its reason', { reason: BSN }, '2:2 confirmation-faulty'],
  ])('%s is refused', (_, instead, fault) => {
    const found = codes({ titel }, [{ ...confirmation, ...instead }]);
    expect(found).toContain(fault);
    expect(JSON.stringify(read({ titel }, [{ ...confirmation, ...instead }]).problems)).not.toContain(BSN);
  });

  it('cannot make an amount of a number', () => {
    const amount = { ...confirmation, column: 6 };
    expect(codes({ waarde: BSN }, [amount])).toEqual(['2:6 confirmation-misplaced', '2:6 bsn-like-elsewhere']);
  });

  it('finds a cell that starts on a later line than its row', () => {
    const text = `${head}\nSM-1,"Schoon\nmaak",Contract ${BSN},x,dienst,1,2026-01-01\n`;
    const confirmations = [{ ...confirmation, line: 3, column: 3 }];
    expect(readContracts(Buffer.from(text), { confirmations })).toMatchObject({
      problems: [],
      contracts: { length: 1 },
    });
  });
});
