import { describe, expect, it } from '@jest/globals';
import { type ContractFacts, type Partnership, type Timer } from '../model.js';
import { type Policy } from '../policy.js';
import { entry, monitoredSince, on, planning, recurring, spoken } from '../testing/cadences.js';
import { after, begun, contract, LIFECYCLES, type Told } from '../testing/partnerships.js';
import { plannedTimers } from './planned-timers.js';

const shown = (partnership: Partnership, policy: Policy): string[] =>
  plannedTimers(partnership, policy).map(({ kind, occurrence, dueOn }: Timer) => `${kind} ${occurrence} ${dueOn}`);

/** A contract of which one of its days is not known. */
function without(unknown: 'start' | 'einde'): ContractFacts {
  const { start = '', einde = '', ...known } = contract;
  return unknown === 'start' ? { ...known, einde } : { ...known, start };
}

/** The way to the award of a tender, all on one day. */
const awarded: readonly Told[] = [
  'principebesluitNemen',
  'werkgroepInstellen',
  'doelstellingenVaststellen',
  'actieplanVaststellen',
  ['routeKiezen', { route: 'aanbesteding' }],
  'inventarisatieAfronden',
  'inkoopstrategieKiezen',
  ['toepassingBepalen', { toepassen: true }],
  'uitvraagPubliceren',
  ['gunnen', { gunningsdatum: '2024-02-20', contractStart: '2024-04-01', contractEinde: '2027-03-31' }],
];

describe('what comes back', () => {
  it('counts from the start of the contract, each time from that day itself, clamped to the end of the month', () => {
    const policy = recurring(1, 'contractStart');
    let partnership = monitoredSince('2024-01-31', { start: '2024-01-31' });
    const due: string[] = [];
    for (const held of ['2024-02-10', '2024-03-05', '2024-04-05', '2024-05-05']) {
      due.push(...plannedTimers(partnership, policy).map(({ dueOn }) => dueOn));
      partnership = after(partnership, [spoken(held)]);
    }
    expect(due).toEqual(['2024-02-29', '2024-03-31', '2024-04-30', '2024-05-31']);
  });

  it('counts from the start of the contract as many periods as have passed when monitoring begins', () => {
    const partnership = monitoredSince('2025-08-20', { start: '2024-02-15' });
    expect(shown(partnership, recurring(3, 'contractStart'))).toEqual(['gesprek 2024-02-15-3m-7 2025-11-15']);
    expect(shown(partnership, recurring(5, 'contractStart'))).toEqual(['gesprek 2024-02-15-5m-4 2025-10-15']);
  });

  it('has its first period after the contract begins, also when monitoring began earlier', () => {
    const partnership = monitoredSince('2024-01-10', { start: '2024-03-01' });
    const policy = recurring(3, 'contractStart');
    expect(shown(partnership, policy)).toEqual(['gesprek 2024-03-01-3m-1 2024-06-01']);
    expect(shown(after(partnership, [spoken('2024-02-01')]), policy)).toEqual(['gesprek 2024-03-01-3m-1 2024-06-01']);
    expect(shown(after(partnership, [spoken('2024-03-02')]), policy)).toEqual(['gesprek 2024-03-01-3m-2 2024-09-01']);
  });

  it('is not counted from a contract whose start is not known', () => {
    const partnership = { ...monitoredSince('2024-01-10'), contract: without('start') };
    expect(shown(partnership, recurring(3, 'contractStart'))).toEqual([]);
  });

  it('does not come back in a period that begins after the contract', () => {
    const partnership = monitoredSince('2024-01-10', { start: '2024-01-10', einde: '2024-06-30' });
    const policy = recurring(3, 'contractStart');
    expect(shown(after(partnership, [spoken('2024-02-01')]), policy)).toEqual(['gesprek 2024-01-10-3m-2 2024-07-10']);
    expect(shown(after(partnership, [spoken('2024-05-01')]), policy)).toEqual([]);
  });

  it('can run in states that the pack names', () => {
    const moment = '{ kind: terugkerend, every: ritme, anchor: kalender }';
    const policy = planning(entry({ moment, doneBy: '[gesprekVastleggen]', states: '[werkgroep]' }), {
      ritme: ['maanden', 3],
    });
    expect(shown(after(begun(), ['principebesluitNemen']), policy)).toEqual(['moment 2024-3m-1 2024-03-31']);
    expect(shown(monitoredSince('2024-02-10'), policy)).toEqual([]);
  });

  it('is closed by any of its events', () => {
    const moment = '{ kind: terugkerend, every: ritme, anchor: kalender }';
    const policy = planning(entry({ moment, doneBy: '[gesprekVastleggen, evaluatieVastleggen]' }), {
      ritme: ['maanden', 3],
    });
    const partnership = monitoredSince('2024-02-10');
    const evaluated = on('2024-05-01', 'evaluatieVastleggen', { datum: '2024-05-01' });
    expect(shown(after(partnership, [evaluated, spoken('2024-02-20')]), policy)).toEqual([
      'moment 2024-3m-3 2024-09-30',
    ]);
  });
});

describe('a due date that is no working day', () => {
  // The last day of the first quarter of 2024 is Easter Sunday.
  it.each([
    ['voor', '2024-03-29'],
    ['na', '2024-04-02'],
    ['geen', '2024-03-31'],
  ])('goes %s the free days: %s; its occurrence keeps its name', (workday, due) => {
    expect(shown(monitoredSince('2024-02-10'), recurring(3, 'kalender', workday))).toEqual([
      `gesprek 2024-3m-1 ${due}`,
    ]);
  });

  it('never goes to before the day from which it counts', () => {
    expect(shown(monitoredSince('2024-03-30'), recurring(3, 'kalender', 'voor'))).toEqual([
      'gesprek 2024-3m-1 2024-04-02',
    ]);
  });
});

describe('what is asked about every year', () => {
  it('may have a term in days', () => {
    const moment = '{ kind: jaarlijks, within: termijn }';
    const policy = planning(entry({ moment, doneBy: '[jaaropgaveOntvangen]' }), { termijn: ['dagen', 60] });
    expect(shown(monitoredSince('2023-02-10'), policy)).toEqual(['moment 2023 2024-02-29']);
    const stated = on('2024-02-01', 'jaaropgaveOntvangen', { jaar: 2023, ontvangenOp: '2024-02-01' });
    expect(shown(after(monitoredSince('2023-02-10'), [stated]), policy)).toEqual(['moment 2024 2025-03-01']);
  });
});

describe('what follows an event', () => {
  const moment = '{ kind: naGebeurtenis, after: gunnen, within: termijn }';
  const policy = planning(entry({ id: 'plan', moment, doneBy: '[besluitVastleggen]' }), { termijn: ['dagen', 30] });
  const award = after(begun(), awarded);

  it('is due within its term after the day of the event, not that of recording', () => {
    expect(shown(award, policy)).toEqual(['plan gunnen-2024-02-20 2024-03-21']);
  });

  it('is not there before the event, also not when its record has been filled in already', () => {
    const tender = after(begun(), awarded.slice(0, -1));
    const filled = after(tender, [['dossierAanvullen', { gunning: { gunningsdatum: '2024-02-20' } }]]);
    expect(filled.dossier['gunning']).toEqual({ gunningsdatum: '2024-02-20' });
    expect(shown(filled, policy)).toEqual([]);
  });

  it('is there until an event shows that it was done', () => {
    const mapped = after(award, ['banenInKaartBrengen']);
    expect(shown(mapped, policy)).toEqual(['plan gunnen-2024-02-20 2024-03-21']);
    const filled = after(mapped, [['dossierAanvullen', { besluitvorming: { beslissers: ['Directeur'] } }]]);
    expect(shown(filled, policy)).toEqual(['plan gunnen-2024-02-20 2024-03-21']);
    expect(shown(after(filled, ['besluitVastleggen']), policy)).toEqual([]);
  });

  it('is done by what happens since, not by what happened before', () => {
    const again = planning(
      entry({ moment: moment.replace('gunnen', 'gesprekVastleggen'), doneBy: '[evaluatieVastleggen]' }),
      { termijn: ['dagen', 30] },
    );
    const evaluated = (datum: string) => on(datum, 'evaluatieVastleggen', { datum });
    const partnership = monitoredSince('2024-02-10');
    const before = after(partnership, [evaluated('2024-02-20'), spoken('2024-03-01')]);
    expect(shown(before, again)).toEqual(['moment gesprekVastleggen-2024-03-01 2024-03-31']);
    expect(shown(after(before, [evaluated('2024-03-01')]), again)).toEqual([]);
  });

  it('keeps its date over a suspension, in which nothing is asked', () => {
    const suspended = after(award, [on('2024-03-01', 'opschorten')]);
    expect(shown(suspended, policy)).toEqual([]);
    expect(shown(after(suspended, [on('2024-06-01', 'hervatten')]), policy)).toEqual([
      'plan gunnen-2024-02-20 2024-03-21',
    ]);
  });
});

describe('what precedes the end of the contract', () => {
  const moment = '{ kind: voorContracteinde, before: vooraf }';
  const policy = planning(entry({ id: 'einde', moment }), { vooraf: ['maanden', 6] });

  it('is due so long before its last day, clamped, wherever the partnership stands', () => {
    expect(shown(begun({ contract: { ...contract, einde: '2026-08-31' } }), policy)).toEqual([
      'einde einde-2026-08-31 2026-02-28',
    ]);
  });

  it('goes along when the contract is extended, under another name', () => {
    const extended = on('2024-05-01', 'contractVerlengen', { datum: '2024-05-01', contractEinde: '2030-01-31' });
    expect(shown(after(monitoredSince('2024-02-10'), [extended]), policy)).toEqual([
      'einde einde-2030-01-31 2029-07-31',
    ]);
  });

  it('is closed by its event, until the contract is extended after it', () => {
    const closing = planning(entry({ id: 'einde', moment, doneBy: '[eindeContractNaderen]' }), {
      vooraf: ['dagen', 90],
    });
    const partnership = monitoredSince('2024-02-10', { lifecycle: 'stappenplan-2019', einde: '2024-12-31' });
    expect(shown(partnership, closing)).toEqual(['einde einde-2024-12-31 2024-10-02']);
    const nearing = after(partnership, [on('2024-09-01', 'eindeContractNaderen', { datum: '2024-09-01' })]);
    expect(shown(nearing, closing)).toEqual([]);
    const extended = on('2024-11-01', 'contractVerlengen', { datum: '2024-11-01', contractEinde: '2025-12-31' });
    expect(shown(after(nearing, [extended]), closing)).toEqual(['einde einde-2025-12-31 2025-10-02']);
  });

  it('is not there when nobody knows the last day', () => {
    expect(shown(begun({ contract: without('einde') }), policy)).toEqual([]);
  });
});

describe('a step that stands still', () => {
  const policy = planning(entry({ id: 'stil', moment: '{ kind: stilstand, longerThan: geduld }' }), {
    geduld: ['dagen', 90],
  });

  it('is counted from the day it was entered, and again in the next step', () => {
    const partnership = begun({ at: '2024-01-10T09:00:00.000Z' });
    expect(shown(partnership, policy)).toEqual(['stil principebesluit-2024-01-10 2024-04-09']);
    const next = after(partnership, [on('2024-03-01', 'principebesluitNemen')]);
    expect(shown(next, policy)).toEqual(['stil werkgroep-2024-03-01 2024-05-30']);
  });

  it('is counted from resuming after a suspension', () => {
    const resumed = after(begun(), [on('2024-03-10', 'opschorten'), on('2024-06-01', 'hervatten')]);
    expect(shown(resumed, policy)).toEqual(['stil principebesluit-2024-06-01 2024-08-30']);
  });

  it('is asked of both routes when they go side by side', () => {
    const both = after(begun(), [...awarded.slice(0, 4), ['routeKiezen', { route: 'beide' }]]);
    expect(shown(both, policy).map((line) => line.split(' ')[1])).toEqual([
      'verkenning.aanbesteding.inventarisatie-2024-03-04',
      'verkenning.bestaandeOvereenkomst.keuze-2024-03-04',
    ]);
  });

  it.each(LIFECYCLES)('is not monitoring of %s, which lasts as long as the contract', (lifecycle) => {
    expect(shown(monitoredSince('2024-02-10', { lifecycle }), policy)).toEqual([]);
  });
});

describe('a coordinator without back-up', () => {
  const policy = planning(entry({ id: 'alleen', moment: '{ kind: zonderBackup, within: termijn }' }), {
    termijn: ['dagen', 14],
  });
  const decided: Told = ['principebesluitNemen', { datum: '2024-02-01' }];

  it('is no matter as long as there is no coordinator, or one with a back-up', () => {
    expect(shown(begun(), policy)).toEqual([]);
    expect(shown(after(begun(), [decided, 'werkgroepInstellen']), policy)).toEqual([]);
  });

  it('is asked when the back-up takes over and nobody takes their place', () => {
    const partnership = after(begun(), [decided, ['werkgroepInstellen', { backup: 'Adviseur' }]]);
    const handedOver = after(partnership, [handover({ coordinator: 'Adviseur' })]);
    expect(shown(handedOver, policy)).toEqual(['alleen overdracht-1 2024-02-15']);
    expect(shown(after(handedOver, [handover({ coordinator: 'Adviseur', backup: 'Ander' })]), policy)).toEqual([]);
  });

  function handover(data: Readonly<Record<string, string>>): Told {
    return ['coordinatorOverdragen', { backup: undefined, ...data }];
  }
});

describe('a moment whose parameter nobody knows', () => {
  it.each([
    ['terugkerend', '{ kind: terugkerend, every: x, anchor: kalender }', '[gesprekVastleggen]', 'maanden'],
    ['jaarlijks', '{ kind: jaarlijks, within: x }', '[jaaropgaveOntvangen]', 'maanden'],
    ['voorContracteinde', '{ kind: voorContracteinde, before: x }', undefined, 'maanden'],
    ['stilstand', '{ kind: stilstand, longerThan: x }', undefined, 'dagen'],
  ] as const)('is not planned: %s', (_, moment, doneBy, unit) => {
    const written = entry({ moment, states: '[monitoring]', ...(doneBy ? { doneBy } : {}) });
    const partnership = monitoredSince('2024-02-10');
    expect(shown(partnership, planning(written, { x: [unit] }))).toEqual([]);
    expect(shown(partnership, planning(written, { x: [unit, 2] }))).toHaveLength(1);
  });
});

describe('a pack with an empty cadence', () => {
  it('plans nothing, also when it has the parameters of the usual one', () => {
    const policy = planning('[]\n', { gespreksfrequentieMaanden: ['maanden', 3] });
    expect(shown(monitoredSince('2024-02-10'), policy)).toEqual([]);
  });
});
