import { type Trace } from '../model.js';
import { nearest } from '../nearest.js';
import { type Report } from '../problem.js';
import { type Setting } from '../rules.js';
import { under } from '../shape.js';
import { type Tree } from '../yaml-tree.js';
import { type CadenceEntry, type Moment } from './model.js';

/** What a kind of moment asks of the events that close it. */
interface Closing {
  readonly doneBy: 'needed' | 'possible' | 'none';
  /** Whether the dossier shows of an event what is needed to see that the moment has been dealt with. */
  fits(trace: Trace): boolean;
  readonly nl: string;
  readonly en: string;
}

const none: Closing = { doneBy: 'none', fits: () => true, nl: '', en: '' };
const dated = {
  nl: 'een gebeurtenis waarvan het dossier de dag bewaart',
  en: 'an event of which the dossier keeps the day',
};

const closings: Readonly<Record<Moment['kind'], Closing>> = {
  terugkerend: {
    doneBy: 'needed',
    fits: ({ day, repeats }) => day && repeats,
    nl: 'een gebeurtenis die terugkomt en waarvan het dossier de dag bewaart',
    en: 'an event that comes back and of which the dossier keeps the day',
  },
  jaarlijks: {
    doneBy: 'needed',
    fits: ({ year }) => year,
    nl: 'een gebeurtenis die zegt over welk kalenderjaar zij gaat',
    en: 'an event that says which calendar year it is about',
  },
  naGebeurtenis: {
    doneBy: 'needed',
    fits: () => true,
    nl: 'een gebeurtenis die iets in het dossier achterlaat',
    en: 'an event that leaves something in the dossier',
  },
  voorContracteinde: { doneBy: 'possible', fits: ({ day }) => day, ...dated },
  stilstand: none,
  zonderBackup: none,
};

/** Checks that the events of an entry exist, and that the dossier shows of them what its kind of moment must know. */
export function checkEvents(entry: CadenceEntry, at: Tree, setting: Setting, report: Report): void {
  const { moment, doneBy } = entry;
  const closing = closings[moment.kind];
  if (closing.doneBy === 'needed' && doneBy.length === 0) {
    report(
      at.place,
      'done-by-missing',
      `Waarmee is dit gedaan? Noem bij ${moment.kind} in doneBy ${closing.nl}.`,
      `What shows that this is done? With ${moment.kind}, name in doneBy ${closing.en}.`,
    );
  }
  if (closing.doneBy === 'none' && doneBy.length > 0) {
    report(
      under(at, 'doneBy').place,
      'done-by-unneeded',
      `Bij ${moment.kind} hoort geen doneBy: het is voorbij zodra de toestand verandert. Haal de sleutel weg.`,
      `${moment.kind} takes no doneBy: it is over as soon as the state of affairs changes. Remove the key.`,
    );
    return;
  }
  doneBy.forEach((event, i) => {
    checkEvent(event, closing, under(at, 'doneBy', i), setting, report);
  });
  if (moment.kind === 'naGebeurtenis')
    checkEvent(moment.after, { fits: ({ day }) => day, ...dated }, under(at, 'moment', 'after'), setting, report);
}

function checkEvent(
  event: string,
  { fits, nl, en }: Pick<Closing, 'fits' | 'nl' | 'en'>,
  { place }: Tree,
  { vocabulary, manifests }: Setting,
  report: Report,
): void {
  const manifest = manifests.of(place);
  if (!manifest) return;
  const known = manifest.lifecycles.flatMap((id) => [...(vocabulary.lifecycles.get(id)?.events ?? [])]);
  if (!known.includes(event)) {
    const lifecycles = manifest.lifecycles.join(', ');
    const meant = nearest(event, known);
    return report(
      place,
      'event-unknown',
      `De gebeurtenis '${event}' bestaat niet in ${lifecycles}${meant ? `; bedoelde u '${meant}'?` : '.'}`,
      `The event '${event}' does not exist in ${lifecycles}${meant ? `; did you mean '${meant}'?` : '.'}`,
    );
  }
  const trace = vocabulary.cadence.traces.get(event);
  if (trace && fits(trace)) return;
  const fitting = [...vocabulary.cadence.traces].filter(([id, one]) => known.includes(id) && fits(one));
  const choice = fitting.map(([id]) => id).join(', ');
  report(
    place,
    'event-unsuited',
    `Aan '${event}' is het niet te zien; hier hoort ${nl}: ${choice}.`,
    `'${event}' does not show it; this takes ${en}: ${choice}.`,
  );
}
