import { type Pack } from '../model.js';
import { type Problem } from '../problem.js';
import { manifest, packWith, problemsWith } from './sample-pack.js';

/** The file of a duration that is known, or with `undefined` of one that is not. */
export function duration(name: string, unit: 'maanden' | 'dagen', value: number | undefined): string {
  const head = `name: ${name}\ntitle: { nl: De ${name}, en: The ${name} }\nunit: ${unit}\nlastVerifiedOn: 2026-11-22\n`;
  if (value === undefined) return `${head}source: onbekend\nvalues: []\n`;
  return `${head}values:\n  - { from: 2020-01-01, value: ${value}, source: { title: Nota, page: p. 1 } }\n`;
}

/** Every kind of moment once; the first says all that an entry can say. */
export const cadence = `- id: gesprek
  title: { nl: Gesprek, en: Conversation }
  moment: { kind: terugkerend, every: elkKwartaal, anchor: kalender }
  states: [monitoring]
  doneBy: [gesprekVastleggen]
  workday: voor
  at: '08:30'
  leadTime: tweeWeken
  to: coordinator
  escalation:
    - { after: tweeWeken, to: backup }
    - { after: eenKwartaal, to: contractmanager }
  source: { title: Nota }
- id: jaaropgave
  title: { nl: Jaaropgave, en: Yearly statement }
  moment: { kind: jaarlijks, within: tweeMaanden }
  doneBy: [jaaropgaveOntvangen]
  to: opdrachtnemer
  source: { title: Nota }
- id: plan
  title: { nl: Plan van aanpak, en: Plan of action }
  moment: { kind: naGebeurtenis, after: gunnen, within: tweeWeken }
  doneBy: [besluitVastleggen]
  to: contractmanager
  source: { title: Nota }
- id: einde
  title: { nl: Einde in zicht, en: End in sight }
  moment: { kind: voorContracteinde, before: tweeMaanden }
  to: inkoopexpert
  source: { title: Nota }
- id: stil
  title: { nl: Stap staat stil, en: Step stands still }
  moment: { kind: stilstand, longerThan: eenKwartaal }
  to: coordinator
  assumption: Een kwartaal is aangenomen.
- id: alleen
  title: { nl: Geen back-up, en: No back-up }
  moment: { kind: zonderBackup, within: tweeWeken }
  to: bestuurder
  source: { title: Nota }
`;

/** The files of a pack with every kind of moment. */
export const cadenceFiles = {
  'pack.yaml': manifest.replace('[stappenplan-2020]', '[stappenplan-2020, stappenplan-2019]'),
  'parameters/elkKwartaal.yaml': duration('elkKwartaal', 'maanden', 3),
  'parameters/tweeMaanden.yaml': duration('tweeMaanden', 'maanden', 2),
  'parameters/tweeWeken.yaml': duration('tweeWeken', 'dagen', 14),
  'parameters/eenKwartaal.yaml': duration('eenKwartaal', 'dagen', 90),
  'cadence.yaml': cadence,
};

/** A pack with every kind of moment, with files replaced or added. */
export function cadencePack(other: Readonly<Record<string, string>> = {}): Pack {
  return packWith({ ...cadenceFiles, ...other });
}

/** What is wrong with that pack when these files replace or join it. */
export function cadenceProblems(other: Readonly<Record<string, string>>): readonly Problem[] {
  return problemsWith({ ...cadenceFiles, ...other });
}

/** What is wrong with that pack when this stands in its cadence instead. */
export function cadenceProblemsOf(from: string, to: string): readonly Problem[] {
  if (!cadence.includes(from)) throw new Error(`the cadence does not say: ${from}`);
  return cadenceProblems({ 'cadence.yaml': cadence.replace(from, to) });
}
