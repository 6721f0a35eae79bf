import { describe, expect, it } from '@jest/globals';
import { type Partnership, type Policy } from '../index.js';
import { monitoringEvery, parameter, policyOf, shipped, trial, trialFiles } from '../testing/packs.js';
import { after, begun, NOW, TO_MONITORING } from '../testing/partnerships.js';
import { differs, migrationPreview } from './preview.js';

const rules = trialFiles['rules/regels.yaml'] ?? '';
const onTrial = begun({ policy: trial });

/** The trial pack as a next version, with other files in place of its own. */
function next(files: Readonly<Record<string, string>> = {}): Policy {
  const manifest = (trialFiles['pack.yaml'] ?? '').replace('version: 1.0.0', 'version: 1.1.0');
  return policyOf({ ...trialFiles, 'pack.yaml': manifest, ...files });
}

const threshold = (amount: string) =>
  next({ 'parameters/drempel.yaml': parameter('drempel', 'euro', ['2015-01-01', amount]) });

const preview = (to: Policy, partnership: Partnership = onTrial, from: Policy = trial) =>
  migrationPreview(partnership, from, to, NOW);

/** A preview as kept in words: what stands in a golden is what people would read. */
const idsOf = (changes: readonly { id: string }[]) => changes.map(({ id }) => id);

describe('what a move to another pack would change', () => {
  it('is nothing when the packs say the same', () => {
    const same = preview(next());
    expect(same.events).toEqual([]);
    expect(same.timers).toEqual({ added: [], removed: [], moved: [] });
    expect(differs(same)).toBe(false);
  });

  it('is shown for each event possible now: the rules that come to block, with figures and source', () => {
    const { events } = preview(threshold('2000000.00'));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      event: 'principebesluitNemen',
      title: { nl: 'Principebesluit nemen' },
      blocks: [
        {
          id: 'PR-01',
          title: { nl: 'Groot genoeg' },
          was: 'fulfilled',
          now: 'notFulfilled',
          canBeGivenWithEvent: false,
          source: { title: 'Proefnota' },
          parameters: [{ name: 'drempel', was: { value: '100000.00' }, now: { value: '2000000.00' } }],
        },
      ],
      lifted: [],
      appeared: [{ id: 'PR-03' }],
      disappeared: [],
      withData: [],
    });
  });

  it('is the same the other way round: rules that block no more, warnings that go', () => {
    const strict = threshold('2000000.00');
    const [found] = preview(trial, begun({ policy: strict }), strict).events;
    expect(idsOf(found?.lifted ?? [])).toEqual(['PR-01']);
    expect(idsOf(found?.disappeared ?? [])).toEqual(['PR-03']);
    expect(found?.blocks).toEqual([]);
  });

  it('tells apart what the data of the event still has to settle', () => {
    const inWorkingGroup = after(onTrial, ['principebesluitNemen'], trial);
    const without = next({ 'rules/regels.yaml': rules.slice(0, rules.indexOf('- id: PR-04')) });
    const rewritten = next({
      'rules/regels.yaml': rules.replace('!= dossier.werkgroep.coordinator', '!= "Els"'),
    });
    for (const [to, change] of [
      [without, { id: 'PR-04', now: 'absent' }],
      [rewritten, { id: 'PR-04', rewritten: true, canBeGivenWithEvent: true }],
    ] as const) {
      const { events } = preview(to, inWorkingGroup);
      expect(events).toMatchObject([{ event: 'werkgroepInstellen', blocks: [], lifted: [], withData: [change] }]);
    }
    expect(preview(next(), inWorkingGroup).events).toEqual([]);
  });

  it('says of a record that the new pack asks whether it can be given with the event', () => {
    const record = (trialFiles['records.yaml'] ?? '')
      .replace('draagvlak', 'werkgroep')
      .replace('dossier.draagvlak.businesscase', 'dossier.werkgroep.backup');
    const inWorkingGroup = after(onTrial, ['principebesluitNemen'], trial);
    const { events } = preview(next({ 'records.yaml': record }), inWorkingGroup);
    expect(events).toMatchObject([
      { blocks: [{ kind: 'record', id: 'dossier.werkgroep.backup', was: 'absent', canBeGivenWithEvent: true }] },
    ]);
  });

  it('names the moments that move, and those that come or go', () => {
    const every3 = monitoringEvery(3);
    const monitored = after(begun({ policy: every3 }), TO_MONITORING['stappenplan-2020'] ?? [], every3);
    expect(preview(monitoringEvery(6, 3), monitored, every3).timers).toEqual({
      added: [],
      removed: [],
      moved: [
        {
          kind: 'gesprek',
          was: { occurrence: '2024-3m-1', dueOn: '2024-03-31' },
          now: { occurrence: '2024-6m-1', dueOn: '2024-06-30' },
        },
        {
          kind: 'jaaropgave',
          was: { occurrence: '2024', dueOn: '2025-02-28' },
          now: { occurrence: '2024', dueOn: '2025-03-31' },
        },
      ],
    });
    const toTrial = preview(trial, monitored, every3).timers;
    expect(toTrial.removed.map(({ kind }) => kind).sort()).toEqual(['gesprek', 'jaaropgave']);
    const fromTrial = preview(every3, after(onTrial, TO_MONITORING['stappenplan-2020'] ?? []), trial).timers;
    expect(fromTrial.added.map(({ kind }) => kind).sort()).toEqual(['gesprek', 'jaaropgave']);
  });
});

describe('obligations before and after', () => {
  const obligation = (factor = '') => `- id: vijfProcent
  title: { nl: Vijf procent, en: Five percent }
  basis: loonsom
  percentage: percentage
  thresholds: [{ parameter: drempel }]
  source: { title: Proefnota }
${factor}`;
  const percent = (value: string) => parameter('percentage', 'procent', ['2015-01-01', value]);
  const withObligation = (value: string, drempel = '100000.00', more = '') =>
    next({
      'obligation.yaml': obligation(more),
      'parameters/percentage.yaml': percent(value),
      'parameters/drempel.yaml': parameter('drempel', 'euro', ['2015-01-01', drempel]),
      'parameters/boete.yaml': parameter('boete', 'aantal', ['2015-01-01', 2]),
    });

  it('are worked out to the cent under both packs', () => {
    const [five, seven] = [withObligation('5'), withObligation('7.5')];
    expect(preview(seven, begun({ policy: five }), five).obligations).toMatchObject([
      {
        id: 'vijfProcent',
        changed: true,
        was: { due: 'yes', percentage: '5', outcome: { kind: 'amount', amount: '45000.00' } },
        now: { due: 'yes', percentage: '7.5', outcome: { kind: 'amount', amount: '67500.00' } },
      },
    ]);
  });

  it('are changed when they come, go or have another consequence, and not when a reason has other words', () => {
    const five = withObligation('5');
    const changed = (to: Policy, from = five) =>
      preview(to, begun({ policy: from }), from).obligations.map((one) => one.changed);
    expect(changed(next())).toEqual([true]);
    expect(changed(five, next())).toEqual([true]);
    expect(changed(withObligation('5', '1000000.00'))).toEqual([true]);
    expect(changed(withObligation('5', '100000.00', '  shortfall: { factor: boete }\n'))).toEqual([true]);
    expect(changed(withObligation('5', '200000.00'))).toEqual([false]);
    expect(changed(withObligation('7', '2000000.00'), withObligation('5', '1000000.00'))).toEqual([false]);
  });

  it('of a pack without a figure say which are still to be filled in', () => {
    const five = withObligation('5');
    const unknown = next({
      'obligation.yaml': obligation(),
      'parameters/percentage.yaml': `name: percentage
title: { nl: Percentage, en: Percentage }
unit: procent
lastVerifiedOn: 2026-01-01
source: onbekend
values: []
`,
    });
    const { obligations, unknownParameters } = preview(unknown, begun({ policy: five }), five);
    expect(obligations).toMatchObject([
      { changed: true, now: { due: 'yes', outcome: { kind: 'unknown', missing: ['parameter.percentage'] } } },
    ]);
    expect(unknownParameters).toMatchObject([{ name: 'percentage', was: 'known' }]);
  });

  it('can be worked out for packs as they are shipped', () => {
    const [utrecht, basis] = [shipped('utrecht-bouwblokken'), shipped('basis')];
    const { obligations, unknownParameters } = preview(utrecht, begun({ policy: basis }), basis);
    expect(idsOf(obligations)).toContain('bouwblokken');
    expect(unknownParameters.map(({ name }) => name)).toContain('percentage');
  });
});
