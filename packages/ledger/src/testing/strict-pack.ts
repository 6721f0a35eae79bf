import { loadPolicy, type Policy } from '@samenwerkt/engine';
import { miniPack } from './mini-pack.js';

/** A pack with one rule: the first step asks a contract of at least this many euro, since July 2019. */
export function strictPack(threshold: string, version = '1.0.0'): Map<string, string> {
  return miniPack({ name: 'streng', version })
    .set(
      'parameters/drempel.yaml',
      `name: drempel
title: { nl: Drempel, en: Threshold }
unit: euro
lastVerifiedOn: 2026-11-22
values:
  - from: 2019-07-01
    value: '${threshold}'
    source: { title: Proefpakket }
`,
    )
    .set(
      'rules/regels.yaml',
      `- id: ST-01
  title: { nl: Groot genoeg, en: Large enough }
  events: [principebesluitNemen]
  severity: block
  condition: contract.waarde >= parameter.drempel
  referenceDate: vandaag
  message: { nl: Te klein., en: Too small. }
  remedy: { nl: Kies een grotere., en: Choose a larger one. }
  source: { title: Proefpakket }
`,
    );
}

export function strictPolicy(threshold: string, version = '1.1.0'): Policy {
  return loadPolicy(strictPack(threshold, version));
}
