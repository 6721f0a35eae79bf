import { addDays, nearestWorkday } from '@samenwerkt/calendar';
import { type DatedValue, type Evidence, type Parameter, type Text } from '@samenwerkt/rule-pack';
import { parameterReading } from '../judge.js';
import { type PackRef, type ParameterReading } from '../model.js';
import { type Policy } from '../policy.js';

/** What of a pack comes to an end: a figure without a next value, a proof that is asked no longer, or the pack itself. */
type PackMomentKind = 'parameterLooptAf' | 'bewijsLooptAf' | 'regelpakketVervalt';

/** Something of a rule pack that comes to an end, and whom to tell when. All dates are local (Europe/Amsterdam), ISO. */
export interface PackMoment {
  readonly kind: PackMomentKind;
  /** Names it for good, in whichever version it stands: `<pack>/<what>/<first day without>`. */
  readonly occurrence: string;
  /** What comes to an end. */
  readonly title: Text;
  /** The last day on which it still holds: by then something must have taken its place. */
  readonly dueOn: string;
  readonly goesOutOn: string;
  /** Local time, `HH:mm`. */
  readonly at: string;
  /** Role that is told. */
  readonly to: string;
  readonly why: {
    /** First day without. */
    readonly anchor: string;
    /** The figure that ends, as it is until then. */
    readonly parameters: readonly ParameterReading[];
    readonly pack: PackRef;
  };
}

/** How long a pack is in force. Dates are local, ISO. */
interface PackLife {
  /** Day on which it was published: what had ended before then is no news. */
  readonly since: string;
  /** First day on which nothing can be started under it; null while it goes on. */
  readonly endsOn: string | null;
}

/** Long enough to agree on a new figure and publish it. */
const LEAD_DAYS = 30;
const AT = '09:00';
const TO = 'packbeheerder';

/** What ends, before the words and days that go with it. */
interface Ending {
  readonly kind: PackMomentKind;
  readonly what: string;
  readonly title: Text;
  /** First day without. */
  readonly from: string;
  readonly parameters?: readonly ParameterReading[];
}

/**
 * What comes to an end in a pack from the day it was published, as far as its files and its life tell. The same pack and life
 * give the same moments, whatever the day of asking. What ends together with the whole pack is not told apart.
 */
export function packMoments(policy: Policy, { since, endsOn }: PackLife): PackMoment[] {
  const { parameters, evidence } = policy.pack;
  const inside = [...[...parameters.values()].flatMap((one) => ended(one, policy)), ...evidence.flatMap(outdated)];
  const told = inside.filter(({ from }) => from > since && (endsOn === null || from < endsOn));
  return [...told, ...wholePack(policy, endsOn)].map((ending) => momentOf(ending, policy.ref));
}

/** The days from which a figure has no value although it had one. */
function ended(parameter: Parameter, policy: Policy): Ending[] {
  const { name, title, values } = parameter;
  return values.flatMap((value, index) => {
    if (!stops(values[index - 1], value)) return [];
    const lastDay = addDays(value.from, -1);
    const reading = parameterReading(policy, name, lastDay);
    return [{ kind: 'parameterLooptAf' as const, what: name, title, from: value.from, parameters: reading }];
  });
}

function stops(before: DatedValue | undefined, { value }: DatedValue): boolean {
  return value === null && before !== undefined && before.value !== null;
}

/** The days from which a proof is not asked any more; a period that the next one joins does not end. */
function outdated({ id, title, periods }: Evidence): Ending[] {
  return periods.flatMap(({ until }, index) =>
    until === undefined || periods[index + 1]?.from === until
      ? []
      : [{ kind: 'bewijsLooptAf' as const, what: id, title, from: until }],
  );
}

function wholePack({ ref, pack: { manifest } }: Policy, endsOn: string | null): Ending[] {
  if (endsOn === null) return [];
  return [{ kind: 'regelpakketVervalt', what: ref.version, title: manifest.title, from: endsOn }];
}

function momentOf({ kind, what, title, from, parameters = [] }: Ending, pack: PackRef): PackMoment {
  return {
    kind,
    occurrence: `${pack.name}/${what}/${from}`,
    title,
    dueOn: addDays(from, -1),
    goesOutOn: nearestWorkday(addDays(from, -LEAD_DAYS), 'voor'),
    at: AT,
    to: TO,
    why: { anchor: from, parameters, pack },
  };
}
