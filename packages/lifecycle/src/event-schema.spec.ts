import { describe, expect, it } from '@jest/globals';
import { EventUnknown } from './errors.js';
import { eventSchema } from './event-schema.js';
import { lifecycle } from './lifecycles.js';
import { faults } from './testing/schema-check.js';

const current = lifecycle('stappenplan-2020');
const schema = (states: readonly string[], event: string, recorded = {}) =>
  eventSchema(current, states, event, recorded);
const names = (of: { readonly properties?: object }) => Object.keys(of.properties ?? {}).toSorted();

const bothRoutes = ['verkenning.aanbesteding.gunning', 'verkenning.bestaandeOvereenkomst.keuze'];

describe('the schema of an event', () => {
  it('asks for what the step must leave on record', () => {
    const { required, properties } = schema(['werkgroep'], 'werkgroepInstellen');
    expect(required?.toSorted()).toEqual([
      'backup',
      'contractmanager',
      'coordinator',
      'hr',
      'inkoop',
      'interneOpdrachtgever',
    ]);
    expect(names({ properties })).toContain('overigeLeden');
  });

  it('does not ask again for what is on record, but still takes it', () => {
    const recorded = { werkgroep: { coordinator: 'Coördinator', backup: 'Back-up' } };
    const partly = schema(['werkgroep'], 'werkgroepInstellen', recorded);
    expect(partly.required?.toSorted()).toEqual(['contractmanager', 'hr', 'inkoop', 'interneOpdrachtgever']);
    expect(names(partly)).toContain('coordinator');
  });

  it('always asks for the fields of the event itself', () => {
    const all = { principebesluit: { orgaan: 'x', datum: 'x', reden: 'x', doel: 'x', uitkomst: 'uitgesteld' } };
    const { required, properties } = schema(['principebesluit'], 'principebesluitNemen', all);
    expect(required).toEqual(['uitkomst']);
    expect(properties?.['uitkomst']).toMatchObject({ const: 'genomen' });
  });

  it('asks for no record when the event turns away from the step', () => {
    expect(names(schema(['principebesluit'], 'principebesluitAfwijzen'))).toEqual([
      'datum',
      'orgaan',
      'reden',
      'uitkomst',
    ]);
    expect(names(schema(['werkgroep'], 'opschorten'))).toEqual(['reden', 'verwachteHervatting']);
  });

  it('asks only for the record of the route the event leaves', () => {
    expect(names(schema(bothRoutes, 'opdrachtnemerKiezen'))).toEqual(
      Object.keys(current.states.get('verkenning.bestaandeOvereenkomst.keuze')?.record?.fields ?? {}).toSorted(),
    );
    expect(names(schema(bothRoutes, 'gunnen'))).toContain('contractkenmerk');
    expect(names(schema(bothRoutes, 'gunnen'))).not.toContain('shortlist');
  });

  it('takes any part of the active records when the dossier is added to, and requires none', () => {
    const added = schema(bothRoutes, 'dossierAanvullen');
    expect(names(added)).toEqual(['gunning', 'keuze']);
    expect(faults(added, { keuze: { motivering: 'Dichtbij' } })).toEqual([]);
    expect(faults(added, {})).toEqual([]);
    expect(faults(added, { werkgroep: { hr: 'x' } })).toEqual(['/werkgroep: unknown']);
    expect(faults(added, { keuze: { onbekend: 'x' } })).toEqual(['/keuze/onbekend: unknown']);
  });

  it('takes nothing but what it names', () => {
    expect(schema(['monitoring'], 'afronden').additionalProperties).toBe(false);
    expect(faults(schema(['monitoring'], 'afronden'), { toelichting: 'x', datum: '2026-12-31', meer: 1 })).toEqual([
      '/meer: unknown',
    ]);
  });

  it('titles every field in Dutch and English, parts of a list included', () => {
    const { properties } = schema(['actieplan'], 'actieplanVaststellen');
    expect(properties?.['overlegafspraken']).toMatchObject({
      title: 'Overlegafspraken',
      'x-title-en': 'Meeting agreements',
    });
    expect(properties?.['acties']?.items?.properties?.['deadline']).toMatchObject({
      title: 'Klaar op',
      'x-title-en': 'Done by',
      format: 'date',
    });
  });

  it('does not exist for an event the lifecycle does not know', () => {
    expect(() => schema(['werkgroep'], 'borgingVaststellen')).toThrow(EventUnknown);
  });
});
