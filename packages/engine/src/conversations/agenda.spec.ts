import { describe, expect, it } from '@jest/globals';
import { type Partnership } from '../model.js';
import { type Policy } from '../policy.js';
import { monitoringEvery, shipped } from '../testing/packs.js';
import { monitoredSince, on } from '../testing/cadences.js';
import { after, begun } from '../testing/partnerships.js';
import { agendaFor } from './agenda.js';

const quarterly = monitoringEvery(3);
const now = '2024-06-20T08:00:00.000Z';
const shown = (partnership: Partnership, policy: Policy = quarterly, at = now) =>
  agendaFor(partnership, policy, at).map(({ kind, id }) => `${kind} ${id}`);
const agreed = (afspraak: string, datum: string) => ({ afspraak, eigenaar: 'Relatiemanager', datum });
const talk = (datum: string, ...afspraken: ReturnType<typeof agreed>[]) =>
  on(datum, 'gesprekVastleggen', { datum, afspraken });
const standing = ['vast realisatie', 'vast actieplan', 'vast leren'];

describe('the agenda of a conversation', () => {
  it('has what is late first, then what is open by date, and the standing points last', () => {
    const talks = talk(
      '2024-03-01',
      agreed('later', '2024-09-01'),
      agreed('te laat', '2024-05-01'),
      agreed('vandaag', '2024-06-20'),
    );
    const points = shown(after(monitoredSince('2024-02-10'), [talks], quarterly));
    expect(points.slice(0, 3)).toEqual(['afspraakTeLaat 1.2', 'afspraakOpen 1.3', 'afspraakOpen 1.1']);
    expect(points.slice(-3)).toEqual(standing);
  });

  it('gives for each agreement its owner and date, and since when', () => {
    const [point] = agendaFor(
      after(monitoredSince('2024-02-10'), [talk('2024-03-01', agreed('x', '2024-05-01'))]),
      quarterly,
      now,
    );
    expect(point).toMatchObject({ owner: 'Relatiemanager', dueOn: '2024-05-01', title: { nl: 'x' } });
    expect(point?.reason.nl).toContain('2024-03-01');
  });

  it('has the statement that is due soon, and says when it is late', () => {
    const partnership = monitoredSince('2023-02-10');
    const statement = (at: string) => agendaFor(partnership, quarterly, at).find(({ kind }) => kind === 'ontbreekt');
    expect(statement('2023-07-01T08:00:00.000Z')).toBeUndefined();
    expect(statement('2024-02-01T08:00:00.000Z')).toMatchObject({ id: 'jaaropgave 2023', dueOn: '2024-02-29' });
    expect(statement('2024-03-01T08:00:00.000Z')?.reason.nl).toContain('Had er op 2024-02-29 moeten zijn');
  });

  it('has the end of the contract once it is near', () => {
    const partnership = monitoredSince('2024-02-10', { einde: '2024-12-20' });
    expect(shown(partnership)).toContain('contract einde-2024-12-20');
    expect(shown(partnership, quarterly, '2024-06-19T08:00:00.000Z')).not.toContain('contract einde-2024-12-20');
  });

  it('has a missing back-up, and does not when there is one', () => {
    const { backup, ...alone } = monitoredSince('2024-02-10');
    expect(shown(alone)).toContain('backup backup');
    expect(shown({ ...alone, backup: 'Adviseur HR' })).not.toContain('backup backup');
    expect(backup).toBeDefined();
  });

  it('has what was recorded since the last conversation, and not what was talked about then', () => {
    const report = on('2024-05-08', 'rapportageOntvangen', { jaar: 2024, kwartaal: 1, ontvangenOp: '2024-05-08' });
    const reported = after(monitoredSince('2024-02-10'), [talk('2024-03-01'), report], quarterly);
    expect(shown(reported)).toContain('sindsVorigGesprek rapportageOntvangen 2024-05-08');
    expect(shown(after(reported, [talk('2024-05-20')], quarterly)).join()).not.toContain('sindsVorigGesprek');
  });

  it('still has the agreements of before they had an owner', () => {
    const talked = after(monitoredSince('2024-02-10'), [talk('2024-03-01')]);
    const gesprekken = { aantal: 1, laatste: { datum: '2024-03-01', afspraken: ['Bellen'] } };
    const old = { ...talked, dossier: { ...talked.dossier, monitoring: { gesprekken } } };
    expect(shown(old)[0]).toBe('afspraakOpen vorig.1');
  });

  it('names what stands in the way, once, with its source', () => {
    const first = begun({ policy: shipped('basis') });
    const blocking = agendaFor(first, shipped('basis'), now).filter(({ kind }) => kind === 'belemmering');
    expect(new Set(blocking.map(({ id }) => id)).size).toBe(blocking.length);
    expect(blocking.filter(({ source }) => source === undefined)).toEqual([]);
  });

  it('says everything in both languages, the same again for the same day, and nothing once it has ended', () => {
    const partnership = monitoredSince('2023-02-10');
    const points = agendaFor(partnership, quarterly, now);
    expect(points.filter(({ title, reason }) => !title.nl || !title.en || !reason.nl || !reason.en)).toEqual([]);
    expect(agendaFor(partnership, quarterly, '2024-06-20T20:00:00.000Z')).toEqual(points);
    expect(shown(after(partnership, ['beeindigen'], quarterly))).toEqual([]);
  });
});
