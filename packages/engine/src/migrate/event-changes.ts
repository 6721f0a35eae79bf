import { judgements, stands, type Step } from '../decide.js';
import { schemaNow } from '../event-data.js';
import { type Judgement } from '../judge.js';
import { type Partnership } from '../model.js';
import { awaits, stepsNow, suppliedBy } from '../options.js';
import { type Policy } from '../policy.js';
import { causesOf, parting, type Compared } from '../regress/causes.js';
import { type Cause } from '../regress/model.js';
import { type EventChange, type JudgementChange } from './model.js';

const NONE = { blocks: [], lifted: [], appeared: [], disappeared: [] };

/** The events that are possible where the partnership stands and that the two packs judge differently. */
export function eventChanges(partnership: Partnership, from: Policy, to: Policy, now: string): EventChange[] {
  return stepsNow(partnership, from, now)
    .map((step) => eventChange(step, to))
    .filter(({ event: _event, title: _title, ...kinds }) => Object.values(kinds).some(({ length }) => length > 0));
}

function eventChange(step: Step, to: Policy): EventChange {
  const { lifecycle, partnership, info, policy: from } = step;
  const compared: Compared = { was: judgements(step), now: judgements({ ...step, policy: to }) };
  const comesAlong = suppliedBy(info, schemaNow(lifecycle, partnership, info));
  const waits = (one: Judgement) => stands(one) && awaits(one.reason(), comesAlong);
  const waiting = new Set([...compared.was, ...compared.now].filter(waits).map(({ id }) => id));
  // What waits for the event's own data stands in nobody's way yet: it is compared by what it will ask.
  const ready = (all: readonly Judgement[]) => all.filter((one) => !waits(one));
  const parted = parting({ was: ready(compared.was), now: ready(compared.now) }) ?? NONE;
  const changes = (ids: readonly string[]) =>
    causesOf(ids, compared, from, to).map((cause) => change(cause, compared, comesAlong));
  const settled = new Set([...parted.blocks, ...parted.appeared]);
  return {
    event: info.id,
    title: info.title,
    blocks: changes(parted.blocks),
    lifted: changes(parted.lifted),
    appeared: changes(parted.appeared),
    disappeared: changes(parted.disappeared),
    withData: changes([...waiting].filter((id) => !settled.has(id))).filter(asksOtherwise),
  };
}

/** Whether a rule that waits for data will judge by something else than before. */
function asksOtherwise({ was, now, rewritten, parameters }: Cause): boolean {
  const figures = parameters.some((one) => JSON.stringify(one.was) !== JSON.stringify(one.now));
  return was === 'absent' || now === 'absent' || rewritten || figures;
}

function change(cause: Cause, { was, now }: Compared, comesAlong: (path: string) => boolean): JudgementChange {
  const shown = [...now, ...was].find(({ id }) => id === cause.id)?.reason();
  return {
    ...cause,
    source: shown?.source ?? { title: cause.id },
    canBeGivenWithEvent: shown?.facts.some(({ path }) => comesAlong(path)) ?? false,
  };
}
