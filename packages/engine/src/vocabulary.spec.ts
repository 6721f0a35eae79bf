import { describe, expect, it } from '@jest/globals';
import { lifecycles } from '@samenwerkt/lifecycle';
import { type FactTree, type FactType } from '@samenwerkt/rule-pack';
import { ROLES } from './roles.js';
import { ENGINE_VERSION } from './semantics.js';
import { shipped } from './testing/packs.js';
import { VOCABULARY } from './vocabulary.js';

/** The type of the fact at a dotted path; undefined when rules cannot read it. */
function typeOf(path: string): FactType | FactTree | undefined {
  return path
    .split('.')
    .reduce<FactType | FactTree | undefined>(
      (at, name) => (typeof at === 'object' ? at[name] : undefined),
      VOCABULARY.facts,
    );
}

describe('the vocabulary of rules', () => {
  it.each<readonly [string, FactType]>([
    ['vandaag', 'Datum'],
    ['contract.kenmerk', 'string'],
    ['contract.titel', 'string'],
    ['contract.categorie', 'string'],
    ['contract.soort', 'string'],
    ['contract.waarde', 'Euro'],
    ['contract.loonsom', 'Euro'],
    ['contract.arbeidsaandeel', 'Procent'],
    ['contract.start', 'Datum'],
    ['contract.einde', 'Datum'],
    ['contract.looptijdMaanden', 'int'],
    ['contract.procedure', 'string'],
    ['partnerschap.opdrachtnemer', 'string'],
    ['partnerschap.coordinator', 'string'],
    ['partnerschap.backup', 'string'],
    ['partnerschap.lifecycle', 'string'],
    ['dossier.werkgroep.backup', 'string'],
    ['dossier.keuze.shortlist', 'list<string>'],
    ['dossier.toepassing.toepassen', 'bool'],
    ['dossier.toepassing.percentage', 'Procent'],
    ['dossier.besluitvorming.extraBudget', 'Euro'],
    ['dossier.potentieleBanen.aantal', 'int'],
    ['dossier.gunning.contractEinde', 'Datum'],
    ['dossier.monitoring.gesprekken.aantal', 'int'],
    ['dossier.monitoring.gesprekken.laatste.datum', 'Datum'],
    ['dossier.gunning.pogingen.laatste.vervolg', 'string'],
    ['dossier.borging.ambitieplan', 'string'],
  ])('has %s as %s', (path, type) => {
    expect(typeOf(path)).toBe(type);
  });

  it.each(['dossier.actieplan.acties', 'dossier.monitoring.jaaropgaven.laatste.verloondeUren', 'dossier.*'])(
    'has no %s, which rules cannot read',
    (path) => {
      expect(typeOf(path)).toBeUndefined();
    },
  );

  it('has a type for every field of every record that is not a list of records or a number of hours', () => {
    for (const { states } of lifecycles.values()) {
      for (const { record } of states.values()) {
        for (const [name, { schema }] of Object.entries(record?.fields ?? {})) {
          const unreadable = schema.items?.type === 'object' || schema.format === 'uren';
          expect([name, typeof typeOf(`dossier.${record?.key}.${name}`)]).toEqual([
            name,
            unreadable ? 'undefined' : 'string',
          ]);
        }
      }
    }
  });

  it('has every state and event of every lifecycle, and the version of the engine', () => {
    expect([...VOCABULARY.lifecycles.keys()]).toEqual([...lifecycles.keys()]);
    for (const [id, { version, states, events }] of lifecycles) {
      expect(VOCABULARY.lifecycles.get(id)).toEqual({
        version,
        states: new Set(states.keys()),
        events: new Set(events.keys()),
      });
    }
    expect(VOCABULARY.engineVersion).toBe(ENGINE_VERSION);
  });

  it('has every role that may fire something, and what the dossier shows of each event but additions to it', () => {
    const { roles, traces } = VOCABULARY.cadence;
    expect([...roles]).toEqual(ROLES);
    const events = [...lifecycles.values()].flatMap((lifecycle) => [...lifecycle.events.keys()]);
    expect([...new Set(events)].filter((id) => !traces.has(id))).toEqual(['dossierAanvullen']);
  });

  it('is enough for the packs that are shipped', () => {
    for (const name of ['basis', 'utrecht-bouwblokken', 'haaglanden', 'oost-nederland', 'rijksschoonmaak']) {
      const { ref, pack } = shipped(name);
      expect(ref).toEqual({ name, version: pack.manifest.version, digest: pack.digest });
      expect(pack.rules.length).toBeGreaterThan(0);
    }
  });
});
