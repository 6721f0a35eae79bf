import { miniPack } from './mini-pack.js';

/** The mini pack with a figure that has no value from 2027 on, unless it is given. */
export function endingPack(version: string, from2027 = 'null'): Map<string, string> {
  return miniPack({ version }).set(
    'parameters/proeftijd.yaml',
    `name: proeftijd
title: { nl: Maanden, en: Months }
unit: maanden
lastVerifiedOn: 2026-11-22
values:
  - from: 2019-07-01
    value: 3
    source: { title: Proefpakket, document: proef, page: p. 1 }
  - from: 2027-01-01
    value: ${from2027}
    source: { title: Proefpakket, document: proef, page: p. 2 }
`,
  );
}
