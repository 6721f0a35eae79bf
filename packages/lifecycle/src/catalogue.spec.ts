import { describe, expect, it } from '@jest/globals';
import { outline } from './chart-outline.js';
import { type Field, type Source, type Text } from './model.js';
import { stappenplan2019 } from './stappenplan-2019/index.js';
import { stappenplan2020 } from './stappenplan-2020/index.js';

describe.each([stappenplan2020, stappenplan2019])('the catalogue of $id', ({ chart, states, events }) => {
  const { leaves, events: used } = outline(chart);
  const records = states.flatMap(({ record }) => record ?? []);
  const fields: readonly Field[] = [...records, ...events].flatMap((owner) => Object.values<Field>(owner.fields));
  const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id);

  it('explains every state of the chart, and no other', () => {
    expect(ids(states).toSorted()).toEqual([...leaves.keys()].toSorted());
  });

  it('explains every event of the chart, and no other', () => {
    expect(ids(events).toSorted()).toEqual([...used.keys()].toSorted());
  });

  it('calls final exactly the states that end the lifecycle', () => {
    const ends = [...leaves].filter(([, { node, path }]) => node.type === 'final' && path.length === 1);
    expect(
      states
        .filter(({ final }) => final)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(ends.map(([id]) => id).toSorted());
    expect(states.filter(({ phase }) => phase === 'afgesloten').every(({ final }) => final)).toBe(true);
  });

  it('says everything in Dutch and in English', () => {
    const texts: readonly Text[] = [
      ...states.flatMap(({ title, result }) => [title, result]),
      ...events.map(({ title }) => title),
      ...fields.map(({ title }) => title),
    ];
    expect(texts.filter(({ nl, en }) => nl.trim() === '' || en.trim() === '')).toEqual([]);
  });

  it('names a source document and page for every state and event', () => {
    const sources: readonly Source[] = [...states, ...events].map(({ source }) => source);
    expect(sources.filter(({ document }) => !/^00[0-4]_[0-9a-f]{16}\.txt$/.test(document))).toEqual([]);
    expect(sources.filter(({ page }) => !/^p\. \d+(-\d+)?$/.test(page))).toEqual([]);
    expect(sources.filter(({ title }) => title.trim() === '')).toEqual([]);
  });

  it('keeps every record under a key of its own', () => {
    const keys = records.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('lets exactly one event complete each record', () => {
    const completing = events.filter(({ completes }) => completes).map(({ keeps }) => keeps.record);
    expect(records.map(({ key }) => completing.filter((record) => record === key).length)).toEqual(
      records.map(() => 1),
    );
  });

  it('takes facts of the partnership from fields that the event or its record has', () => {
    for (const { sets, fields: own, keeps } of events) {
      const known = { ...records.find(({ key }) => key === keeps.record)?.fields, ...own };
      expect(Object.keys(known)).toEqual(expect.arrayContaining(Object.values(sets ?? {})));
    }
  });

  it('lets the coordinator fire every event', () => {
    expect(events.filter(({ roles }) => !roles.includes('coordinator'))).toEqual([]);
  });

  it('lets the opdrachtnemer report, and nothing else', () => {
    const possible = events.filter(({ roles }) => roles.includes('opdrachtnemer'));
    expect(ids(possible)).toEqual(['rapportageOntvangen', 'jaaropgaveOntvangen']);
  });
});
