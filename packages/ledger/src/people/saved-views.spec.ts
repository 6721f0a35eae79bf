import { describe, expect, it } from '@jest/globals';
import { FOUNDER, member } from '../testing/people.js';
import { count, HERE, withLedger } from '../testing/workbench.js';

const VIEW = { screen: 'werkvoorraad', name: 'Mijn monitoring', search: '?fase=monitoring&van=mij' };

describe('the views that somebody keeps', () => {
  it('are theirs alone: kept, changed and removed', () =>
    withLedger(async ({ ledger: { savedViews }, ledger, time }) => {
      const { id: anna } = await member(ledger, { email: 'anna@merwedam.example' });
      const { id: bram } = await member(ledger, { email: 'bram@merwedam.example' });
      const view = await savedViews.add(anna, { ...VIEW, name: '  Mijn monitoring ' });
      expect(view).toMatchObject({ ...VIEW, createdAt: time.now });
      expect(await savedViews.list(anna)).toEqual([view]);
      expect(await savedViews.list(bram)).toEqual([]);
      const gone = { code: 'not-found' };
      await expect(savedViews.change(bram, view.id, VIEW)).rejects.toMatchObject(gone);
      await expect(savedViews.remove(bram, view.id)).rejects.toMatchObject(gone);
      const other = { name: 'Verkenning', search: '?fase=verkenning' };
      expect(await savedViews.change(anna, view.id, other)).toEqual({ ...view, ...other });
      await savedViews.remove(anna, view.id);
      expect(await savedViews.list(anna)).toEqual([]);
    }));

  it('have a name of their own on their screen, and keep it when they change', () =>
    withLedger(async ({ ledger: { savedViews }, ledger }) => {
      const { id } = await member(ledger);
      const first = await savedViews.add(id, VIEW);
      const taken = { problems: [{ path: '/name', code: 'taken' }] };
      await expect(savedViews.add(id, VIEW)).rejects.toMatchObject(taken);
      await savedViews.add(id, { ...VIEW, screen: 'partnerschappen' });
      const second = await savedViews.add(id, { ...VIEW, name: 'Ander' });
      await expect(savedViews.change(id, second.id, VIEW)).rejects.toMatchObject(taken);
      await expect(savedViews.change(id, first.id, { ...VIEW, search: '' })).resolves.toMatchObject({ search: '' });
    }));

  it.each([
    ['a screen that has no views', { screen: 'beheer' }, '/screen'],
    ['no name', { name: ' ' }, '/name'],
    ['a name that is too long', { name: 'x'.repeat(81) }, '/name'],
    ['an address elsewhere', { search: 'https://elders.example' }, '/search'],
    ['a part of an address that is too long', { search: `?${'x'.repeat(1000)}` }, '/search'],
  ])('are refused with %s', (_what, wrong, path) =>
    withLedger(async ({ ledger }) => {
      const { id } = await member(ledger);
      await expect(ledger.savedViews.add(id, { ...VIEW, ...wrong })).rejects.toMatchObject({ problems: [{ path }] });
    }),
  );

  it('are fifty at most', () =>
    withLedger(async ({ ledger: { savedViews }, ledger }) => {
      const { id } = await member(ledger);
      for (let nth = 0; nth < 50; nth++) await savedViews.add(id, { ...VIEW, name: `nummer ${nth}` });
      await expect(savedViews.add(id, VIEW)).rejects.toMatchObject({ code: 'too-many-views' });
    }));

  it('go with the account', () =>
    withLedger(async ({ ledger, raw }) => {
      const { id } = await member(ledger, { email: 'weg@merwedam.example' });
      await member(ledger, { email: 'blijft@merwedam.example', roles: ['beheerder'] });
      await ledger.savedViews.add(id, VIEW);
      await ledger.people.erase(HERE, id, 'verzoek van betrokkene', FOUNDER);
      expect(await count(raw, 'saved_view')).toBe(0);
    }));
});
