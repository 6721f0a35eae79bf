import { describe, expect, it } from '@jest/globals';
import { apply } from './apply.js';
import { accepted, after, begun, refused, sample, throughJson, tryEvent } from './testing/partnerships.js';

const first = begun();
const inWorkingGroup = after(first, ['principebesluitNemen']);
const inMonitoring = after(begun({ lifecycle: 'stappenplan-2019' }), [
  'principebesluitNemen',
  'voorbereidingAfronden',
  'opdrachtnemerKiezen',
  'bereidheidVastleggen',
  'actieplanVaststellen',
  'eersteBaanRealiseren',
  'borgingVaststellen',
]);

const problems = (from: typeof first, event: string, data: Record<string, unknown>) =>
  refused(tryEvent(from, event, data)).problems;
const placed = (from: typeof first, event: string, instead: Record<string, unknown>) =>
  problems(from, event, sample(from, event, instead)).map(({ path, code }) => `${path} ${code}`);

describe('wrong data of an event', () => {
  it.each([
    ['a text that is a number', { orgaan: 7 }, '/orgaan type'],
    ['an empty text', { orgaan: '' }, '/orgaan minLength'],
    ['a text of more than 2000 characters', { reden: 'x'.repeat(2001) }, '/reden maxLength'],
    ['a date that does not exist', { datum: '2026-02-30' }, '/datum format'],
    ['a date in Dutch order', { datum: '30-03-2026' }, '/datum format'],
    ['a moment instead of a date', { datum: '2026-03-30T00:00:00Z' }, '/datum format'],
    ['a date long ago', { datum: '0203-05-15' }, '/datum format'],
    ['a field that does not exist', { bezwaar: 'Geen' }, '/bezwaar additionalProperties'],
    ['another value than the event stands for', { uitkomst: 'afgewezen' }, '/uitkomst const'],
  ])('names the field: %s', (_, instead, expected) => {
    expect(placed(first, 'principebesluitNemen', instead)).toEqual([expected]);
  });

  it.each([
    ['a choice that is not one', 'evaluatieVastleggen', { soort: 'halfjaarlijks' }, '/soort enum'],
    ['an amount with a comma', 'contractWijzigen', { contractwaarde: '1475000,00' }, '/contractwaarde format'],
    ['an amount with points', 'contractWijzigen', { contractwaarde: '1.475.000' }, '/contractwaarde format'],
    ['an amount that is a number', 'contractWijzigen', { contractwaarde: 1475000 }, '/contractwaarde type'],
    ['a negative amount', 'contractWijzigen', { contractwaarde: '-1.00' }, '/contractwaarde format'],
    ['hours with a comma', 'jaaropgaveOntvangen', { verloondeUren: '1331,5' }, '/verloondeUren format'],
    ['a fifth quarter', 'rapportageOntvangen', { kwartaal: 5 }, '/kwartaal maximum'],
    ['half a quarter', 'rapportageOntvangen', { kwartaal: 1.5 }, '/kwartaal type'],
    ['a year before 2000', 'rapportageOntvangen', { jaar: 1999 }, '/jaar minimum'],
    ['a yes that is text', 'contractWijzigen', { toestemming: 'ja' }, '/toestemming type'],
    ['an empty list', 'gesprekVastleggen', { deelnemers: [] }, '/deelnemers minItems'],
    ['a text instead of a list', 'gesprekVastleggen', { deelnemers: 'Jan' }, '/deelnemers type'],
    [
      'a text instead of a record',
      'gesprekVastleggen',
      { deelnemers: [{ functie: 'HR' }, 'Jan'] },
      '/deelnemers/1 type',
    ],
    ['a record that is not whole', 'gesprekVastleggen', { deelnemers: [{}] }, '/deelnemers/0/functie required'],
  ])('names the field in later steps too: %s', (_, event, instead, expected) => {
    expect(placed(inMonitoring, event, instead)).toEqual([expected]);
  });

  it('names all wrong fields at once, each with what to do in both languages', () => {
    const found = problems(first, 'principebesluitNemen', { orgaan: 1, datum: 'morgen', extra: true, doel: '' });
    expect(found.map(({ path }) => path).toSorted()).toEqual(['/datum', '/doel', '/extra', '/orgaan']);
    expect(found.filter(({ message }) => message.nl === '' || message.en === '' || message.nl === message.en)).toEqual(
      [],
    );
  });

  it('points at the field as a JSON pointer does, also when its name holds a slash or a tilde', () => {
    const found = problems(first, 'opschorten', { reden: 'Verbouwing', 'a/b': 1, 'c~d': 1 });
    expect(found.map(({ path }) => path)).toEqual(['/a~1b', '/c~0d']);
  });

  it('takes no name that objects have of themselves for a field', () => {
    const data = JSON.parse('{"reden":"x","__proto__":{"x":1},"constructor":"y"}') as Record<string, unknown>;
    expect(problems(first, 'opschorten', data).map(({ path }) => path)).toEqual(['/__proto__', '/constructor']);
  });
});

describe('a missing field', () => {
  it('of the event itself is a fault in the data', () => {
    expect(problems(first, 'opschorten', {})).toEqual([
      {
        path: '/reden',
        code: 'required',
        message: {
          nl: 'Reden van opschorten ontbreekt; vul veld reden in',
          en: 'Reason for suspending is missing; fill in field reden',
        },
      },
    ]);
  });

  it('of the event itself must be given each time, though a record of that name is there', () => {
    const supporting = after(inWorkingGroup, [
      'werkgroepInstellen',
      'doelstellingenVaststellen',
      'actieplanVaststellen',
    ]);
    const filled = after(supporting, [['dossierAanvullen', { draagvlak: { ambassadeur: 'Directeur' } }]]);
    expect(problems(filled, 'routeKiezen', {}).map(({ path }) => path)).toEqual(['/route']);
  });

  it('of the record of the step is a reason, and names the record', () => {
    const { cause, problems: none, reasons } = refused(tryEvent(inWorkingGroup, 'werkgroepInstellen', { hr: 'Els' }));
    expect([cause, none]).toEqual(['notAllowed', []]);
    expect(reasons.map(({ kind, missing }) => [kind, ...missing])).toEqual([
      ['record', 'dossier.werkgroep.coordinator'],
      ['record', 'dossier.werkgroep.backup'],
      ['record', 'dossier.werkgroep.inkoop'],
      ['record', 'dossier.werkgroep.contractmanager'],
      ['record', 'dossier.werkgroep.interneOpdrachtgever'],
    ]);
  });
});

describe('a field that is there but undefined', () => {
  const data = { coordinator: 'Els', backup: undefined, reden: 'Verlof' };

  it('counts as not given, so that the history gives the same partnership after it went through text', () => {
    const { event, next } = accepted(tryEvent(inMonitoring, 'coordinatorOverdragen', data));
    expect(next).toMatchObject({ coordinator: 'Els', backup: inMonitoring.backup });
    expect(throughJson(next)).toEqual(throughJson(apply(inMonitoring, throughJson(event))));
    expect(Object.keys(event.data)).toEqual(['coordinator', 'reden']);
  });

  it('is not missed when it is on record', () => {
    const data = sample(inWorkingGroup, 'werkgroepInstellen');
    const filled = after(inWorkingGroup, [['dossierAanvullen', { werkgroep: { backup: 'Jan' } }]]);
    const { next } = accepted(tryEvent(filled, 'werkgroepInstellen', { ...data, backup: undefined }));
    expect(next.backup).toBe('Jan');
  });

  it('does not wipe out what is on record', () => {
    const filled = after(inWorkingGroup, [['dossierAanvullen', { werkgroep: { hr: 'Els' } }]]);
    for (const addition of [{ werkgroep: { hr: undefined, inkoop: 'Jan' } }, { werkgroep: undefined }]) {
      const { event, next } = accepted(tryEvent(filled, 'dossierAanvullen', addition));
      expect(next.dossier).toMatchObject({ werkgroep: { hr: 'Els' } });
      expect(throughJson(next)).toEqual(throughJson(apply(filled, throughJson(event))));
    }
  });
});
