/** A number of months as a dated parameter of a pack. */
function months(name: string, value: number): string {
  return `name: ${name}
title: { nl: Maanden, en: Months }
unit: maanden
lastVerifiedOn: 2026-11-22
values:
  - from: 2019-07-01
    value: ${value}
    source: { title: Proefpakket, document: proef, page: p. 1 }
`;
}

/** The smallest pack: no rule stands in the way, and monitoring has its two timers. */
export function miniPack({ name = 'mini', version = '1.0.0', title = 'Mini' } = {}): Map<string, string> {
  const manifest = `name: ${name}
version: ${version}
title: { nl: ${title}, en: ${title} }
description: { nl: Zonder regels., en: Without rules. }
maintainer: Proef
licence: EUPL-1.2
engine: ^0.1.0
lifecycles: [stappenplan-2020, stappenplan-2019]
`;
  return new Map([
    ['pack.yaml', manifest],
    ['parameters/gespreksfrequentieMaanden.yaml', months('gespreksfrequentieMaanden', 3)],
    ['parameters/jaaropgaveTermijnMaanden.yaml', months('jaaropgaveTermijnMaanden', 2)],
  ]);
}
