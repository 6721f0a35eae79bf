import { describe, expect, it } from '@jest/globals';
import { ACTOR } from '../testing/partnerships.js';
import { reminded } from '../testing/reminders.js';
import { ELSEWHERE, HERE, withLedger } from '../testing/workbench.js';

describe('the address book', () => {
  it('keeps one address for each name of an organisation', () =>
    withLedger(async ({ ledger }) => {
      const { addresses } = ledger;
      await addresses.put(HERE, { name: ' coordinator ', email: 'oud@gemeente.nl', language: 'nl' }, ACTOR.id);
      await addresses.put(HERE, { name: 'coordinator', email: 'nieuw@gemeente.nl', language: 'en' }, ACTOR.id);
      await addresses.put(ELSEWHERE, { name: 'coordinator', email: 'elders@gemeente.nl', language: 'nl' }, ACTOR.id);
      expect(await addresses.list(HERE)).toEqual([{ name: 'coordinator', email: 'nieuw@gemeente.nl', language: 'en' }]);
      await addresses.remove(HERE, 'coordinator', ACTOR.id);
      await expect(addresses.remove(HERE, 'coordinator', ACTOR.id)).rejects.toMatchObject({ code: 'not-found' });
      expect(await addresses.list(ELSEWHERE)).toHaveLength(1);
    }));

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'Anna 111.222.333' }],
    ['email', { email: 'a@b, c@d' }],
    ['email', { email: 'a.111222333@gemeente.nl' }],
    ['language', { language: 'de' as 'nl' }],
  ])('refuses a wrong %s', (path, wrong) =>
    withLedger(async ({ ledger }) => {
      const address = { name: 'coordinator', email: 'a@gemeente.nl', language: 'nl' as const, ...wrong };
      await expect(ledger.addresses.put(HERE, address, ACTOR.id)).rejects.toMatchObject({ problems: [{ path }] });
      expect(await ledger.addresses.list(HERE)).toEqual([]);
    }),
  );

  it('tells which names that reminders and partnerships have on record are not in it, and who gets their mail', () =>
    withLedger(async ({ ledger }) => {
      const { addresses } = ledger;
      await reminded(ledger);
      const missing = async () => (await addresses.missing(HERE)).map(({ name, instead }) => [name, instead]);
      expect(await missing()).toEqual(
        ['backup', 'contractmanager', 'coordinator', 'Coördinator social return'].map((name) => [name, null]),
      );
      await addresses.put(
        HERE,
        { name: 'COÖRDINATOR social return', email: 'a@gemeente.nl', language: 'nl' },
        ACTOR.id,
      );
      await addresses.put(HERE, { name: 'Coordinator', email: 'b@gemeente.nl', language: 'nl' }, ACTOR.id);
      expect(await missing()).toEqual([
        ['backup', 'Coordinator'],
        ['contractmanager', 'Coordinator'],
      ]);
      expect(await addresses.missing(ELSEWHERE)).toEqual([]);
    }));
});
