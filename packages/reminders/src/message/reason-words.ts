import { type ParameterReading, type Text } from '@samenwerkt/engine';
import { writtenDate } from './written-date.js';
import { type Language } from './facts.js';

/** Where a reminder comes from: what was recorded of it when it was planned. */
export interface ReminderOrigin {
  /** What it is about: title of the entry of the cadence, or of the event. */
  readonly title: Text;
  /** Title of the event that planned it, or of which it tells; undefined when that was not recorded. */
  readonly event?: Text;
  readonly occurrence: string;
  /** 0 is the reminder itself, 1 and up the escalations. */
  readonly step: number;
  /** Whether it asks, or tells somebody who was asked before what has changed. */
  readonly purpose: 'ask' | 'moved' | 'calledOff';
  /** ISO date by which it must have happened. */
  readonly dueOn: string;
  readonly why: {
    /** Sequence of the event. */
    readonly sequence?: number;
    /** Of what ends in a rule pack: the step with the pack that planned it. */
    readonly packStep?: string;
    /** Id of the entry of the cadence; undefined when it only tells of the event. */
    readonly cadence?: string;
    /** ISO date from which the moment counts. */
    readonly anchor?: string;
    readonly parameters?: readonly ParameterReading[];
    /** Parameters (`parameter.<name>`) that would have counted, but had no value. */
    readonly missing?: readonly string[];
    readonly pack?: { readonly name: string; readonly version: string };
  };
}

/** Why a reminder exists, in one paragraph for an administrator. */
export function reasonOf(origin: ReminderOrigin): Text {
  if (origin.why.packStep !== undefined) return ends(origin);
  const sentences =
    origin.why.cadence === undefined ? [told(origin)] : [asked(origin), step(origin), ...planned(origin)];
  const all = [...sentences, ...missing(origin)];
  return { nl: all.map(({ nl }) => nl).join(' '), en: all.map(({ en }) => en).join(' ') };
}

function ends({ title, dueOn, why: { pack, packStep, sequence } }: ReminderOrigin): Text {
  return {
    nl: `In regelpakket ${pack?.name} ${pack?.version} loopt "${title.nl}" af: het geldt tot en met ${writtenDate(dueOn, 'nl')}. Gepland toen de versie werd ${packStep} (stap ${sequence}).`,
    en: `In rule pack ${pack?.name} ${pack?.version} "${title.en}" ends: it holds until ${writtenDate(dueOn, 'en')}. Planned when the version was ${PACK_STEPS.get(packStep ?? '') ?? packStep} (step ${sequence}).`,
  };
}

/** Steps with a pack that plan something, in English. */
const PACK_STEPS: ReadonlyMap<string, string> = new Map([
  ['geladen', 'loaded'],
  ['gepubliceerd', 'published'],
  ['ingetrokken', 'withdrawn'],
]);

/** A parameter as it was read: `3 maanden`. */
export function valueOf({ value, unit }: Pick<ParameterReading, 'value' | 'unit'>): string {
  return `${String(value)} ${unit}`;
}

function told({ event, why: { sequence } }: ReminderOrigin): Text {
  if (!event)
    return {
      nl: 'Van voor de tijd dat werd vastgelegd waarom iemand bericht krijgt.',
      en: 'From before it was recorded why somebody is told.',
    };
  return {
    nl: `Bericht van wat er gebeurde: "${event.nl}" (gebeurtenis ${sequence}). Wie dat moet weten, hoort het meteen.`,
    en: `News of what happened: "${event.en}" (event ${sequence}). Whoever must know hears of it at once.`,
  };
}

function asked({ title, occurrence, dueOn, why: { anchor, pack } }: ReminderOrigin): Text {
  const on = (date: string | undefined, language: Language) => (date === undefined ? '?' : writtenDate(date, language));
  return {
    nl: `Regelpakket ${pack?.name} ${pack?.version} vraagt "${title.nl}" (${occurrence}), gerekend vanaf ${on(anchor, 'nl')}, uiterlijk ${on(dueOn, 'nl')}.`,
    en: `Rule pack ${pack?.name} ${pack?.version} asks for "${title.en}" (${occurrence}), counted from ${on(anchor, 'en')}, by ${on(dueOn, 'en')}.`,
  };
}

/** What somebody who was told before hears. */
const NEWS = {
  moved: {
    nl: 'Wie hierover eerder bericht kreeg, hoort dat nu deze datum geldt.',
    en: 'Whoever was told of it before hears that this date holds now.',
  },
  calledOff: {
    nl: 'Wie hierover eerder bericht kreeg, hoort dat het niet meer wordt gevraagd.',
    en: 'Whoever was told of it before hears that it is not asked any more.',
  },
} satisfies Readonly<Record<string, Text>>;

function step({ step: number, purpose }: ReminderOrigin): Text {
  if (purpose !== 'ask') return NEWS[purpose];
  if (number === 0) return { nl: 'Dit is de herinnering zelf.', en: 'This is the reminder itself.' };
  return {
    nl: `Dit is escalatie ${number}: zij gaat uit als er dan nog niets is vastgelegd.`,
    en: `This is escalation ${number}: it goes out when nothing has been recorded by then.`,
  };
}

function planned({ event, why: { sequence } }: ReminderOrigin): Text[] {
  if (!event) return [];
  return [
    {
      nl: `Gepland door "${event.nl}" (gebeurtenis ${sequence}).`,
      en: `Planned by "${event.en}" (event ${sequence}).`,
    },
  ];
}

function missing({ why }: ReminderOrigin): Text[] {
  if (!why.missing || why.missing.length === 0) return [];
  const names = why.missing.join(', ');
  return [
    {
      nl: `Zonder waarde in het regelpakket, en daarom niet meegeteld: ${names}.`,
      en: `Without a value in the rule pack, and so not counted: ${names}.`,
    },
  ];
}
