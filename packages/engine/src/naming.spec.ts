import { describe, expect, it } from '@jest/globals';
import { decide } from './decide.js';
import { namesIn, renamed } from './naming.js';
import { begun, coordinator, NOW } from './testing/partnerships.js';
import { permissive } from './testing/packs.js';

const handOver = (data: Record<string, unknown>) => ({ event: 'coordinatorOverdragen', data });
const others = new Map([
  ['Anna', 'ANNA'],
  ['Bas', 'BAS'],
  ['Cas', 'CAS'],
]);

describe('who is named in the data of an event', () => {
  it('is found in the fields that are marked for it, each name once, also in the parts of records', () => {
    const partnership = begun();
    expect(namesIn(partnership, handOver({ coordinator: 'Anna', backup: 'Anna', reden: 'Anna vertrekt' }))).toEqual([
      'Anna',
    ]);
    const acties = [{ actie: 'bellen', eigenaar: 'Bas', deadline: '2026-01-01' }];
    const position = { ...partnership, states: ['actieplan'] };
    const parts = { event: 'dossierAanvullen', data: { actieplan: { acties, taakverdeling: ['Cas'] } } };
    expect(namesIn(position, parts).sort()).toEqual(['Bas', 'Cas']);
    expect(renamed(position, parts, others)).toEqual({
      actieplan: { acties: [{ ...acties[0], eigenaar: 'BAS' }], taakverdeling: ['CAS'] },
    });
  });

  it('leaves data as it is where nobody can be named', () => {
    const command = { event: 'opschorten', data: { reden: 'verbouwing' } };
    expect(renamed(begun(), command, others)).toBe(command.data);
    expect(namesIn(begun(), { event: 'bestaat niet', data: {} })).toEqual([]);
  });

  it.each([['   '], ['x'.repeat(2001)], ['burger 111222333'], [12], [null], [['Anna']]])(
    'leaves %j to the decision, which refuses it',
    (wrong) => {
      const command = handOver({ coordinator: wrong, reden: 'vertrek' });
      expect(namesIn(begun(), command)).toEqual([]);
      const data = renamed(begun(), command, others);
      expect(decide(begun(), permissive, { ...command, data }, coordinator, NOW)).toMatchObject({
        outcome: 'refused',
        cause: 'dataInvalid',
      });
    },
  );
});
