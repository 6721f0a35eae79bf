import { describe, expect, it } from '@jest/globals';
import { type Option, type Schemas } from '../../../api/queries.js';
import { mapOf, type MapModel } from './model.js';

type Lifecycle = Schemas['Lifecycle'];
type State = Lifecycle['states'][number];
type Severity = Option['reasons'][number]['severity'];

const state = (id: string, phase: string, more: Partial<State> = {}): State => ({
  ...{ id, phase, title: id, step: '', result: '', source: { title: 'Handreiking' }, lane: 'stappen', end: false },
  ...more,
});
const way = (event: string | null, from: string[], to: string[]) => ({ event, title: `titel ${event}`, from, to });

/** Preparation, then a choice of two, monitoring, the end; and at any moment a suspension. */
const lifecycle: Lifecycle = {
  ...{ id: 'stappenplan-2020', version: '1', hash: '', title: 'Stappenplan' },
  states: [
    state('besluit', 'voorbereiding'),
    state('werkgroep', 'voorbereiding'),
    state('gunning', 'verkenning'),
    state('onderhands', 'verkenning'),
    state('stappenKlaar', 'verkenning', { end: true }),
    state('monitoren', 'monitoring', { lane: '' }),
    state('afgerond', 'afgesloten', { lane: '', end: true }),
    state('opgeschort', 'opgeschort', { lane: '' }),
  ],
  transitions: [
    way('instellen', ['besluit'], ['werkgroep']),
    way('gunnen', ['werkgroep'], ['gunning']),
    way('onderhandsGunnen', ['werkgroep'], ['onderhands']),
    way('realiseren', ['gunning'], ['stappenKlaar']),
    way(null, ['stappenKlaar'], ['monitoren']),
    way('afronden', ['monitoren'], ['afgerond']),
    way('opschorten', ['besluit', 'werkgroep', 'gunning'], ['opgeschort']),
  ],
};

const leg = (event: string, left: string[], entered: string[], at = '2026-03-02T10:00:00.000Z') => ({
  ...{ sequence: 1, event, at, left, entered },
});
const instellen = leg('instellen', ['besluit'], ['werkgroep']);
const gunnen = leg('gunnen', ['werkgroep'], ['gunning'], '2026-04-01T22:30:00.000Z');
const realiseren = leg('realiseren', ['gunning'], ['monitoren'], '2026-05-04T10:00:00.000Z');

const option = (event: string, status: Option['status'], severities: Severity[] = []) =>
  ({ event, status, title: `titel ${event}`, reasons: severities.map((severity) => ({ severity })) }) as Option;

function drawn(now: string[], road: ReturnType<typeof leg>[], options: Option[] = [], done = false): MapModel {
  return mapOf(lifecycle, { now, road, options, done });
}
const placeOf = ({ places }: MapModel, id: string) => places.find((place) => place.id === id);
const standings = ({ places }: MapModel) => Object.fromEntries(places.map(({ id, standing }) => [id, standing]));
const wayOf = ({ ways }: MapModel, from: string, to: string) =>
  ways.find((one) => one.from === from && one.to === to)?.standing;

describe('the map of a partnership', () => {
  it('shows where it stands, what is behind it with its date in the Netherlands, and what is ahead', () => {
    const map = drawn(['gunning'], [instellen, gunnen]);
    expect(standings(map)).toMatchObject({ besluit: 'done', werkgroep: 'done', gunning: 'now', monitoren: 'ahead' });
    expect(placeOf(map, 'besluit')?.on).toBe('2026-03-02');
    expect(placeOf(map, 'gunning')?.on).toBe('2026-04-02');
    expect(placeOf(map, 'monitoren')?.on).toBeUndefined();
  });

  it('tells what can come now from what is still in its way, and by how many reasons; a warning is in nobody’s way', () => {
    const map = drawn(
      ['werkgroep'],
      [instellen],
      [option('gunnen', 'blocked', ['block', 'warn', 'block']), option('onderhandsGunnen', 'allowed', ['warn'])],
    );
    expect(placeOf(map, 'gunning')).toMatchObject({ standing: 'blocked', by: { event: 'gunnen', reasons: 2 } });
    expect(placeOf(map, 'onderhands')).toMatchObject({
      standing: 'can',
      by: { title: 'titel onderhandsGunnen', reasons: 0 },
    });
    expect(wayOf(map, 'werkgroep', 'onderhands')).toBe('can');
    expect(wayOf(map, 'werkgroep', 'gunning')).toBe('ahead');
  });

  it('offers nothing from where it does not stand', () => {
    const map = drawn(['besluit'], [], [option('gunnen', 'allowed')]);
    expect(placeOf(map, 'gunning')).toMatchObject({ standing: 'ahead' });
    expect(placeOf(map, 'gunning')?.by).toBeUndefined();
  });

  it('shows what was not chosen once its phase is over, and not before', () => {
    expect(standings(drawn(['gunning'], [instellen, gunnen]))['onderhands']).toBe('ahead');
    const map = drawn(['monitoren'], [instellen, gunnen, realiseren]);
    expect(standings(map)['onderhands']).toBe('notChosen');
    expect(wayOf(map, 'werkgroep', 'onderhands')).toBe('notChosen');
  });

  it('counts what was passed without a stay to the road', () => {
    const map = drawn(['monitoren'], [instellen, gunnen, realiseren]);
    expect(placeOf(map, 'stappenKlaar')).toMatchObject({ standing: 'done', on: '2026-05-04' });
    expect(wayOf(map, 'gunning', 'stappenKlaar')).toBe('done');
    expect(wayOf(map, 'stappenKlaar', 'monitoren')).toBe('done');
  });

  it('has no line for what can happen at any step, only its name; the state itself is there while it stands in it', () => {
    const map = drawn(['werkgroep'], [instellen]);
    expect(map.elsewhere).toEqual(['titel opschorten']);
    expect(placeOf(map, 'opgeschort')).toBeUndefined();
    const suspended = drawn(['opgeschort'], [instellen, leg('opschorten', ['werkgroep'], ['opgeschort'])]);
    expect(placeOf(suspended, 'opgeschort')?.standing).toBe('now');
    expect(suspended.ways.filter(({ to }) => to === 'opgeschort')).toEqual([]);
  });

  it('draws the end of all beside what leads there', () => {
    expect(placeOf(drawn(['besluit'], []), 'afgerond')?.band).toBe('monitoring');
  });

  it('has every line once, with the road travelled over all others', () => {
    const { ways } = drawn(['monitoren'], [instellen, gunnen, realiseren]);
    expect(new Set(ways.map(({ from, to }) => `${from} ${to}`)).size).toBe(ways.length);
    const first = ways.findIndex(({ standing }) => standing === 'done');
    expect(first).toBeGreaterThan(0);
    expect(ways.slice(first).every(({ standing }) => standing === 'done')).toBe(true);
  });

  it('expects nothing more of a partnership that is over', () => {
    const map = drawn(
      ['afgerond'],
      [instellen, gunnen, realiseren, leg('afronden', ['monitoren'], ['afgerond'])],
      [],
      true,
    );
    expect(Object.values(standings(map))).not.toContain('ahead');
  });
});
