import { miniPack } from './mini-pack.js';

function days(name: string, value: number): string {
  return `name: ${name}
title: { nl: Dagen, en: Days }
unit: dagen
lastVerifiedOn: 2026-11-22
values:
  - from: 2019-07-01
    value: ${value}
    source: { title: Proefpakket, document: proef, page: p. 2 }
`;
}

/** The mini pack with a cadence: 14 days before a conversation the coordinator, 7 and 21 days after it the others. */
export function remindingPack(version = '1.0.0'): Map<string, string> {
  return miniPack({ name: 'herinnerend', version })
    .set('parameters/vooraf.yaml', days('vooraf', 14))
    .set('parameters/kort.yaml', days('kort', 7))
    .set('parameters/lang.yaml', days('lang', 21))
    .set(
      'cadence.yaml',
      `- id: gesprek
  title: { nl: Gesprek, en: Conversation }
  moment: { kind: terugkerend, every: gespreksfrequentieMaanden, anchor: kalender }
  doneBy: [gesprekVastleggen]
  leadTime: vooraf
  to: coordinator
  escalation: [{ after: kort, to: backup }, { after: lang, to: contractmanager }]
  source: { title: Proefpakket }
`,
    );
}
