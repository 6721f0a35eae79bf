import { describe, expect, it } from '@jest/globals';
import { type Option, type Partnership } from './model.js';
import { options } from './options.js';
import { type Policy } from './policy.js';
import { permissive, trial } from './testing/packs.js';
import {
  actorWith,
  after,
  begun,
  contract,
  coordinator,
  ids,
  NOW,
  sample,
  startOf,
  tryEvent,
  TO_MONITORING,
} from './testing/partnerships.js';

const first = begun();
const inWorkingGroup = after(first, ['principebesluitNemen']);

function offered(partnership: Partnership, policy: Policy = permissive, actor = coordinator): Map<string, Option> {
  return new Map(options(partnership, policy, actor, NOW).map((option) => [option.event, option]));
}

function option(partnership: Partnership, event: string, policy: Policy = permissive, actor = coordinator): Option {
  const found = offered(partnership, policy, actor).get(event);
  if (!found) throw new Error(`${event} is not offered`);
  return found;
}

describe('what can happen next', () => {
  it('is every event that is possible there, blocked ones included', () => {
    const nobody = offered(inWorkingGroup, permissive, actorWith());
    expect([...nobody.keys()]).toEqual([
      'werkgroepInstellen',
      'dossierAanvullen',
      'opschorten',
      'coordinatorOverdragen',
      'beeindigen',
    ]);
    expect(new Set([...nobody.values()].map(({ status }) => status))).toEqual(new Set(['blocked']));
  });

  it('is nothing after the end', () => {
    expect(options(after(first, ['beeindigen']), permissive, coordinator, NOW)).toEqual([]);
  });

  it('is resuming, ending or handing over during a suspension', () => {
    expect([...offered(after(first, ['opschorten'])).keys()]).toEqual([
      'hervatten',
      'coordinatorOverdragen',
      'beeindigen',
    ]);
  });

  it('has a title and roles with it', () => {
    expect(option(first, 'principebesluitNemen')).toMatchObject({
      title: { nl: 'Principebesluit nemen', en: 'Take the decision in principle' },
      roles: ['coordinator', 'projectcoordinator', 'bestuurder'],
    });
  });
});

describe('an option', () => {
  const data = sample(inWorkingGroup, 'werkgroepInstellen');
  const filled = after(inWorkingGroup, [['dossierAanvullen', { werkgroep: data }]]);

  it('needs data while fields are still to be given', () => {
    const { status, reasons } = option(inWorkingGroup, 'werkgroepInstellen');
    expect(status).toBe('needsData');
    expect(reasons.map(({ kind, canBeGivenWithEvent }) => [kind, canBeGivenWithEvent])).toEqual(
      Array.from({ length: 6 }, () => ['record', true]),
    );
  });

  it('is allowed once all is on record, and can then be fired without data', () => {
    expect(option(filled, 'werkgroepInstellen')).toMatchObject({ status: 'allowed', reasons: [] });
    expect(tryEvent(filled, 'werkgroepInstellen', {}).outcome).toBe('accepted');
  });

  it('asks for less as more comes on record, and goes on taking it', () => {
    const partly = after(inWorkingGroup, [['dossierAanvullen', { werkgroep: { hr: 'Els', inkoop: 'Jan' } }]]);
    const { schema } = option(partly, 'werkgroepInstellen');
    expect(schema.required?.toSorted()).toEqual(['backup', 'contractmanager', 'coordinator', 'interneOpdrachtgever']);
    expect(Object.keys(schema.properties ?? {})).toEqual(expect.arrayContaining(['hr', 'inkoop']));
    expect(option(filled, 'werkgroepInstellen').schema.required).toEqual([]);
  });

  it('does not ask for what the event itself says already', () => {
    expect(option(first, 'principebesluitNemen').schema.required?.toSorted()).toEqual([
      'datum',
      'doel',
      'orgaan',
      'reden',
    ]);
  });

  it('asks for the choice that decides where it leads', () => {
    const supporting = after(first, TO_MONITORING['stappenplan-2020']?.slice(0, 4) ?? []);
    const { schema, status } = option(supporting, 'routeKiezen');
    expect(status).toBe('needsData');
    expect(schema.required).toContain('route');
  });

  it('that needs data becomes an acceptance when its own schema is met', () => {
    const { schema } = option(inWorkingGroup, 'werkgroepInstellen');
    const given = Object.fromEntries((schema.required ?? []).map((name) => [name, data[name]]));
    expect(tryEvent(inWorkingGroup, 'werkgroepInstellen', given).outcome).toBe('accepted');
  });
});

describe('a blocked option', () => {
  const small = { ...contract, waarde: '50000.00' };
  const tooSmall = begun({ contract: small, policy: trial });

  it('stays visible with every reason, and with what is fulfilled already', () => {
    const { status, reasons, met } = option(tooSmall, 'principebesluitNemen', trial);
    expect(status).toBe('blocked');
    expect(ids(reasons.filter(({ kind }) => kind === 'rule'))).toEqual(['PR-01']);
    expect(reasons.find(({ id }) => id === 'PR-01')).toMatchObject({
      canBeGivenWithEvent: false,
      now: { value: '50000.00' },
      needed: { value: '100000.00' },
    });
    expect(ids(reasons.filter(({ kind }) => kind === 'record'))).toHaveLength(4);
    expect(met).toEqual(['PR-02', 'PR-03']);
  });

  it('is not made so by a warning', () => {
    const partnership = begun({ contract: { ...contract, loonsom: '1.00' }, policy: trial });
    const { status, reasons } = option(partnership, 'principebesluitNemen', trial);
    expect(status).toBe('needsData');
    expect(reasons.find(({ id }) => id === 'PR-03')).toMatchObject({ severity: 'warn', canBeGivenWithEvent: false });
  });

  it('is not made so by a rule about what comes with the event itself', () => {
    const { status, reasons, judgedWithData } = option(inWorkingGroup, 'werkgroepInstellen', trial);
    expect(judgedWithData).toEqual(['PR-04']);
    expect(reasons.map(({ id }) => id)).not.toContain('PR-04');
    expect(status).toBe('needsData');
  });

  it('is not made so by a rule about what is on record, when the event may bring it anew', () => {
    const same = sample(inWorkingGroup, 'werkgroepInstellen', { coordinator: 'Jan', backup: 'Jan' });
    const filled = after(inWorkingGroup, [['dossierAanvullen', { werkgroep: same }]]);
    const { status, schema, reasons } = option(filled, 'werkgroepInstellen', trial);
    expect([status, schema.required, ids(reasons)]).toEqual(['needsData', [], ['PR-04']]);
    expect(tryEvent(filled, 'werkgroepInstellen', { backup: 'Els' }, { policy: trial }).outcome).toBe('accepted');
  });

  it('is made so by a role that no data can give', () => {
    const { status, reasons } = option(first, 'opschorten', permissive, actorWith('hrExpert'));
    expect(status).toBe('blocked');
    expect(reasons).toMatchObject([{ kind: 'role', canBeGivenWithEvent: false }]);
  });
});

describe('a record that the pack asks', () => {
  const toSupport = TO_MONITORING['stappenplan-2020']?.slice(0, 4) ?? [];
  const supporting = after(startOf().next, toSupport);

  it('is shown with the option, also when the data decides where the event leads', () => {
    const { reasons } = option(supporting, 'routeKiezen', trial);
    expect(reasons.find(({ id }) => id === 'dossier.draagvlak.businesscase')).toMatchObject({
      kind: 'record',
      pack: { name: 'proef' },
      canBeGivenWithEvent: true,
    });
  });

  it('is met once it is on record', () => {
    const filled = after(supporting, [['dossierAanvullen', { draagvlak: { businesscase: 'Twee banen' } }]]);
    const { reasons, met } = option(filled, 'routeKiezen', trial);
    expect(ids(reasons)).not.toContain('dossier.draagvlak.businesscase');
    expect(met).toContain('dossier.draagvlak.businesscase');
  });

  it('does not stand in the way of leaving the step without its result', () => {
    expect(option(supporting, 'beeindigen', trial).reasons).toEqual([]);
  });
});
