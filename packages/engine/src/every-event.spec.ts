import { beforeAll, describe, expect, it } from '@jest/globals';
import { lifecycle as lifecycleWith } from '@samenwerkt/lifecycle';
import { type Decision } from './model.js';
import { apply } from './apply.js';
import { explore, type Experience } from './testing/explored.js';
import { accepted, actorWith, ids, LIFECYCLES, refused, tryEvent } from './testing/partnerships.js';

describe.each(LIFECYCLES)('every event of %s', (id) => {
  const { events, states } = lifecycleWith(id);
  let experiences: ReadonlyMap<string, Experience>;
  beforeAll(() => {
    experiences = explore(id);
  });

  const found = (event: string) => {
    const { info, accepted: possible, impossible } = experiences.get(event) ?? {};
    if (!info || !possible || !impossible) throw new Error(`${event} is not both accepted and refused somewhere`);
    return { info, accepted: possible, impossible };
  };
  const again = (event: string, data: Record<string, unknown>, actor = actorWith('coordinator')): Decision =>
    tryEvent(found(event).accepted.from, event, data, { actor });

  it.each([...events.keys()])('%s is accepted somewhere, and then played the same', (event) => {
    const { from, decision } = found(event).accepted;
    expect(decision.event).toMatchObject({ event, sequence: from.version + 1 });
    expect(apply(from, decision.event)).toEqual(decision.next);
    for (const state of decision.next.states) expect([...states.keys()]).toContain(state);
  });

  it.each([...events.keys()])('%s is refused somewhere else, with what is possible there', (event) => {
    const { impossible, info } = found(event);
    const titles = impossible.from.states.map((state) => states.get(state)?.title.nl);
    expect(impossible.decision.message.nl).toBe(`"${info.title.nl}" kan niet vanuit ${titles.join(', ')}.`);
    expect(impossible.decision.possible).not.toContain(event);
    expect(impossible.decision.possible.length > 0).toBe(!impossible.from.done);
  });

  it.each([...events.keys()])('%s is refused to somebody without a role, who hears which role it takes', (event) => {
    const { accepted: there, info } = found(event);
    const { cause, reasons } = refused(again(event, there.data, actorWith()));
    expect([cause, ids(reasons)]).toEqual(['notAllowed', ['role']]);
    expect(reasons[0]?.needed?.value).toEqual(info.roles);
  });

  it.each([...events.keys()])('%s is open to each of its roles, and to no other', (event) => {
    const { accepted: there, info } = found(event);
    const every = new Set([...events.values()].flatMap(({ roles }) => roles));
    const open = [...every].filter((role) => again(event, there.data, actorWith(role)).outcome === 'accepted');
    expect(open.toSorted()).toEqual(info.roles.toSorted());
  });

  it.each([...events.keys()])('%s does not take a field that does not exist', (event) => {
    const { cause, problems } = refused(again(event, { ...found(event).accepted.data, bestaatNiet: 'x' }));
    expect([cause, problems.map(({ path }) => path)]).toEqual(['dataInvalid', ['/bestaatNiet']]);
  });

  const asking = [...events.values()].filter(
    ({ completes, fields, keeps }) =>
      Object.values(fields).some(({ required, schema }) => required && schema.const === undefined) ||
      (completes && [...states.values()].some(({ record }) => record?.key === keeps.record)),
  );
  it.each(asking.map((info) => info.id))('%s asks for what it needs when it comes with nothing', (event) => {
    const { problems, reasons } = refused(again(event, {}));
    expect(problems.length + reasons.length).toBeGreaterThan(0);
    expect(accepted(again(event, found(event).accepted.data)).outcome).toBe('accepted');
  });
});
