import { describe, expect, it } from '@jest/globals';
import { decide } from './decide.js';
import { ENGINE_SEMANTICS } from './semantics.js';
import { trial, shipped } from './testing/packs.js';
import {
  accepted,
  actorWith,
  after,
  begun,
  contract,
  coordinator,
  frozen,
  ids,
  NOW,
  refused,
  sample,
  tryEvent,
} from './testing/partnerships.js';

const small = { ...contract, waarde: '50000.00', einde: '2024-03-31', loonsom: '10000.00' };
const first = begun();
const inWorkingGroup = after(first, ['principebesluitNemen']);

describe('an event that cannot be', () => {
  it('is answered with the possible ones when the lifecycle does not know it', () => {
    const { cause, possible, message } = refused(tryEvent(first, 'principeBesluitNemen', {}));
    expect(cause).toBe('unknownEvent');
    expect(message.nl).toContain('"principeBesluitNemen"');
    expect(possible).toEqual([
      'principebesluitNemen',
      'principebesluitAfwijzen',
      'principebesluitUitstellen',
      'dossierAanvullen',
      'opschorten',
      'coordinatorOverdragen',
      'beeindigen',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', ''])('is unknown when it is called %j', (event) => {
    expect(refused(tryEvent(first, event, {})).cause).toBe('unknownEvent');
  });

  it('is answered with the possible ones when it belongs to another step', () => {
    const { cause, possible, message } = refused(tryEvent(first, 'gunnen', sample(first, 'gunnen')));
    expect(cause).toBe('eventNotPossible');
    expect(message).toEqual({
      nl: '"Gunnen" kan niet vanuit Principebesluit.',
      en: '"Award" is not possible from Decision in principle.',
    });
    expect(possible).toContain('principebesluitNemen');
    expect(possible).not.toContain('gunnen');
  });

  it('leaves nothing possible once the partnership has ended', () => {
    const ended = after(first, ['beeindigen']);
    expect(refused(tryEvent(ended, 'opschorten', sample(ended, 'opschorten')))).toMatchObject({
      cause: 'eventNotPossible',
      possible: [],
    });
  });
});

describe('an actor without the role', () => {
  const data = sample(first, 'principebesluitNemen');

  it('hears which roles may', () => {
    const { cause, reasons } = refused(tryEvent(first, 'principebesluitNemen', data, { actor: actorWith('hrExpert') }));
    expect(cause).toBe('notAllowed');
    expect(reasons).toMatchObject([
      {
        kind: 'role',
        severity: 'block',
        now: { value: ['hrExpert'] },
        needed: { value: ['coordinator', 'projectcoordinator', 'bestuurder'] },
      },
    ]);
    expect(reasons[0]?.message.nl).toContain('coordinator, projectcoordinator, bestuurder');
  });

  it('hears so too when the data is wrong as well', () => {
    const decision = tryEvent(first, 'principebesluitNemen', { ...data, datum: 'gisteren' }, { actor: actorWith() });
    expect(refused(decision)).toMatchObject({ cause: 'dataInvalid', problems: [{ path: '/datum' }] });
    expect(ids(refused(decision).reasons)).toEqual(['role']);
  });
});

describe('a refusal', () => {
  const tooSmall = begun({ contract: small, policy: trial });

  it('gives all reasons at once: role, missing records, every failing rule and the warning beside them', () => {
    const { reasons } = refused(
      tryEvent(tooSmall, 'principebesluitNemen', { datum: '2024-03-01' }, { policy: trial, actor: actorWith() }),
    );
    expect(reasons.map(({ id, kind, severity }) => [id, kind, severity])).toEqual([
      ['role', 'role', 'block'],
      ['dossier.principebesluit.orgaan', 'record', 'block'],
      ['dossier.principebesluit.reden', 'record', 'block'],
      ['dossier.principebesluit.doel', 'record', 'block'],
      ['PR-01', 'rule', 'block'],
      ['PR-02', 'rule', 'block'],
      ['PR-03', 'rule', 'warn'],
    ]);
  });

  it('says of every reason what is needed, what to do and where it comes from', () => {
    const { reasons } = refused(tryEvent(tooSmall, 'principebesluitNemen', {}, { policy: trial, actor: actorWith() }));
    const texts = reasons.flatMap(({ title, message, remedy, source }) => [title, message, remedy, source.title]);
    expect(texts.flatMap((text) => (typeof text === 'string' ? [text] : [text.nl, text.en]))).not.toContain('');
    expect(reasons.find(({ id }) => id === 'PR-01')).toMatchObject({
      now: { path: 'contract.waarde', value: '50000.00' },
      needed: { value: '100000.00' },
      pack: { name: 'proef', version: '1.0.0' },
      parameters: [{ name: 'drempel', value: '100000.00', validFrom: '2015-01-01' }],
    });
  });

  it('reads the figure that holds on the local date, not on the date in UTC', () => {
    const lastHourInUtc = '2024-12-31T23:30:00.000Z';
    const medium = begun({ contract: { ...contract, waarde: '200000.00' }, policy: trial });
    const data = sample(medium, 'principebesluitNemen');
    const at = (instant: string) => tryEvent(medium, 'principebesluitNemen', data, { policy: trial, at: instant });
    expect(at('2024-12-31T22:30:00.000Z').outcome).toBe('accepted');
    expect(ids(refused(at(lastHourInUtc)).reasons)).toEqual(['PR-01']);
  });

  it('asks the records that the pack adds to a step', () => {
    const gaining = after(first, [
      'principebesluitNemen',
      'werkgroepInstellen',
      'doelstellingenVaststellen',
      'actieplanVaststellen',
    ]);
    const { businesscase, ...without } = sample(gaining, 'routeKiezen');
    expect(ids(refused(tryEvent(gaining, 'routeKiezen', without, { policy: trial })).reasons)).toEqual([
      'dossier.draagvlak.businesscase',
    ]);
    expect(tryEvent(gaining, 'routeKiezen', { ...without, businesscase }, { policy: trial }).outcome).toBe('accepted');
    expect(tryEvent(gaining, 'beeindigen', { reden: 'Bezuiniging' }, { policy: trial }).outcome).toBe('accepted');
  });

  it('comes from the shipped pack as well: coordinator and back-up are not the same', () => {
    const data = sample(inWorkingGroup, 'werkgroepInstellen', { backup: 'Jan', coordinator: 'Jan' });
    const { reasons } = refused(tryEvent(inWorkingGroup, 'werkgroepInstellen', data, { policy: shipped('basis') }));
    expect(reasons).toMatchObject([{ kind: 'rule', severity: 'block', now: { value: 'Jan' } }]);
  });
});

describe('an acceptance', () => {
  it('takes warnings along', () => {
    const partnership = begun({ contract: { ...contract, loonsom: '10000.00' }, policy: trial });
    const data = sample(partnership, 'principebesluitNemen');
    const { warnings } = accepted(tryEvent(partnership, 'principebesluitNemen', data, { policy: trial }));
    expect(warnings).toMatchObject([{ id: 'PR-03', severity: 'warn', outcome: 'notFulfilled' }]);
  });

  it('fills in what the event itself already says', () => {
    const { uitkomst, ...data } = sample(first, 'principebesluitNemen');
    const { event, next } = accepted(tryEvent(first, 'principebesluitNemen', data));
    expect(uitkomst).toBe('genomen');
    expect(event.data).toEqual({ ...data, uitkomst });
    expect(next.dossier).toEqual({ principebesluit: { ...data, uitkomst } });
  });

  it('takes records that were added to the dossier before', () => {
    const { coordinator: name, backup, ...rest } = sample(inWorkingGroup, 'werkgroepInstellen');
    const added = accepted(tryEvent(inWorkingGroup, 'dossierAanvullen', { werkgroep: { coordinator: name, backup } }));
    expect(added.next.states).toEqual(['werkgroep']);
    const { event, next } = accepted(tryEvent(added.next, 'werkgroepInstellen', rest));
    expect(event.data).toEqual(rest);
    expect(next).toMatchObject({ coordinator: name, backup, dossier: { werkgroep: { ...rest, coordinator: name } } });
  });

  it('records sequence, moment, actor, pack, lifecycle and semantics with the event', () => {
    const { event, next } = accepted(
      tryEvent(first, 'principebesluitNemen', sample(first, 'principebesluitNemen'), { policy: trial }),
    );
    expect(event).toMatchObject({
      sequence: 2,
      event: 'principebesluitNemen',
      actor: coordinator,
      at: NOW,
      pack: { name: 'proef', version: '1.0.0', digest: trial.pack.digest },
      lifecycle: first.lifecycle,
      semantics: ENGINE_SEMANTICS,
    });
    expect(next).toMatchObject({ version: 2, pack: event.pack, states: ['werkgroep'], since: { werkgroep: NOW } });
  });

  it('sets the supplier and the dates and value of the contract on an award', () => {
    const awarded = after(first, [
      'principebesluitNemen',
      'werkgroepInstellen',
      'doelstellingenVaststellen',
      'actieplanVaststellen',
      ['routeKiezen', { route: 'aanbesteding' }],
      'inventarisatieAfronden',
      'inkoopstrategieKiezen',
      'toepassingBepalen',
      'uitvraagPubliceren',
      ['gunnen', { contractwaarde: '99.50', contractStart: '2025-02-01', contractEinde: '2025-12-31' }],
    ]);
    expect(awarded).toMatchObject({
      opdrachtnemer: 'Schoonmaakbedrijf De Linde',
      contract: { ...contract, waarde: '99.50', start: '2025-02-01', einde: '2025-12-31' },
      states: ['realisatie.potentieleBanen'],
    });
  });

  it('tells coordinator and back-up of a suspension, each once', () => {
    const working = after(inWorkingGroup, [['werkgroepInstellen', { coordinator: 'Jan', backup: 'Jan' }]]);
    expect(accepted(tryEvent(working, 'opschorten', { reden: 'Verbouwing' })).outbox).toEqual([
      { topic: 'partnerschapOpgeschort', recipient: 'Jan' },
    ]);
    const { outbox } = accepted(tryEvent(working, 'coordinatorOverdragen', { coordinator: 'Els', reden: 'Verlof' }));
    expect(outbox).toEqual([
      { topic: 'coordinatorOvergedragen', recipient: 'Els' },
      { topic: 'coordinatorOvergedragen', recipient: 'Jan' },
    ]);
  });
});

describe('a decision', () => {
  it('is the same each time, and changes none of its arguments', () => {
    const partnership = frozen(begun({ contract: small, policy: trial }));
    for (const event of ['principebesluitNemen', 'opschorten', 'dossierAanvullen', 'gunnen', 'bestaatNiet']) {
      const data = frozen(event === 'bestaatNiet' ? {} : sample(partnership, event));
      const once = decide(partnership, trial, frozen({ event, data }), frozen(coordinator), NOW);
      expect(decide(partnership, trial, { event, data }, coordinator, NOW)).toEqual(once);
    }
  });

  it('does not hang on what was decided in between', () => {
    const ask = () => tryEvent(inWorkingGroup, 'werkgroepInstellen', { hr: 'Els' }, { policy: trial });
    const before = ask();
    after(first, ['principebesluitNemen', 'werkgroepInstellen', 'opschorten', 'hervatten']);
    expect(ask()).toEqual(before);
  });
});
