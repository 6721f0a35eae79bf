import { atLocalTime } from '@samenwerkt/calendar';
import { newPolicy, ROLES, sampleData } from '@samenwerkt/engine';
import { type Claimed, type Ledger } from '@samenwerkt/ledger';

export const ORGANISATION = '01900000-0000-7000-8000-00000000000a';
const LIFECYCLE = 'stappenplan-2019';
const ACTOR = { id: 'simulatie', roles: ROLES };

/** Steps to monitoring, in order. */
const TO_MONITORING = [
  'principebesluitNemen',
  'voorbereidingAfronden',
  'opdrachtnemerKiezen',
  'bereidheidVastleggen',
  'actieplanVaststellen',
  'eersteBaanRealiseren',
  'borgingVaststellen',
];

const parameter = (name: string, unit: string, value: number) => `name: ${name}
title: { nl: ${name}, en: ${name} }
unit: ${unit}
lastVerifiedOn: 2026-11-22
values: [{ from: 2019-01-01, value: ${value}, source: { title: Simulatie } }]
`;

/** A pack that asks a conversation in every period of so many months: by the last working day, with a reminder before. */
export function conversationPack(name: string, months: number): Map<string, string> {
  const manifest = newPolicy(name, '2023-01-01T12:00:00.000Z').get('pack.yaml') ?? '';
  return new Map([
    ['pack.yaml', manifest.replace(/lifecycles:[^]*?(?=\n\w|$)/, `lifecycles: [${LIFECYCLE}]`)],
    ['parameters/ritme.yaml', parameter('ritme', 'maanden', months)],
    ['parameters/vooraf.yaml', parameter('vooraf', 'dagen', 7)],
    ['parameters/telaat.yaml', parameter('telaat', 'dagen', 3)],
    [
      'cadence.yaml',
      `- id: gesprek
  title: { nl: Gesprek, en: Conversation }
  moment: { kind: terugkerend, every: ritme, anchor: kalender }
  doneBy: [gesprekVastleggen]
  workday: voor
  at: '09:00'
  leadTime: vooraf
  to: coordinator
  escalation: [{ after: telaat, to: backup }]
  source: { title: Simulatie }
`,
    ],
  ]);
}

/** Partnerships that come into monitoring on a day. @returns their ids */
export async function monitored(ledger: Ledger, pack: string, count: number, day: string): Promise<string[]> {
  const at = atLocalTime(day, '12:00');
  const contract = (i: number) => ({
    kenmerk: `${pack}-${i}`,
    titel: `Simulatie ${i}`,
    categorie: 'Schoonmaak',
    soort: 'dienst' as const,
    waarde: '480000.00',
  });
  const start = (i: number) => ({ ...common, lifecycle: LIFECYCLE, pack, contract: contract(i) });
  const common = { organisation: ORGANISATION, actor: ACTOR, at };
  const events = TO_MONITORING.map((event) => ({ ...common, event, data: sampleData(LIFECYCLE, event) }));
  const courses = Array.from({ length: count }, (_, i) => ({ start: start(i), events }));
  const ids: string[] = [];
  for (let from = 0; from < count; from += 100)
    ids.push(...(await ledger.writer.takeOver(courses.slice(from, from + 100))).map(({ partnership }) => partnership));
  return ids;
}

/** Puts on record that the conversations of a day were held. */
export async function hold(ledger: Ledger, partnerships: readonly string[], day: string): Promise<void> {
  const event = 'gesprekVastleggen';
  const data = { ...sampleData(LIFECYCLE, event), datum: day, afspraken: [] };
  const command = { organisation: ORGANISATION, actor: ACTOR, event, data };
  await Promise.all(partnerships.map((partnership) => ledger.writer.submit({ ...command, partnership })));
}

/** Everything that can go out at this moment goes out. @returns what did */
export async function sendAll(ledger: Ledger, now: string, until: string): Promise<Claimed[]> {
  const waiting = await ledger.dispatch.queueUntil(now);
  const claims = await Promise.all(waiting.map(({ id }) => ledger.dispatch.claim(id, 'simulatie', until)));
  const claimed = claims.filter((claim) => claim !== undefined);
  await Promise.all(claimed.map((claim) => ledger.dispatch.sent(claim, { channel: 'simulatie' })));
  return claimed;
}
