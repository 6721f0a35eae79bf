import { slug } from '../manifest-file.js';
import { type Text } from '../model.js';

/** A pack cannot have this name. */
export class PackNameInvalid extends Error {
  readonly code = 'pack-name-invalid';
  readonly text: Text;

  constructor(name: string) {
    const text = {
      nl: `'${name}' kan geen naam van een regelpakket zijn; neem ${slug.nl} (hoogstens ${longest} tekens), zoals gemeente-voorbeeld.`,
      en: `'${name}' cannot be the name of a rule pack; take ${slug.en} (at most ${longest} characters), such as gemeente-voorbeeld.`,
    };
    super(text.en);
    this.name = 'PackNameInvalid';
    this.text = text;
  }
}

const longest = 60;

/**
 * The files of a new pack: small, right, and full of comments that teach. It loads and lints clean on the day it is made.
 * @param date ISO date of today
 * @param engineVersion `0.1.0`
 * @returns path within the pack → text
 * @throws PackNameInvalid
 */
export function scaffoldPack(name: string, date: string, engineVersion: string): ReadonlyMap<string, string> {
  if (!slug.pattern.test(name) || name.length > longest) throw new PackNameInvalid(name);
  return new Map([
    ['CHANGELOG.md', changelog(date)],
    ['README.md', readme(name)],
    ['pack.yaml', manifest(name, engineVersion)],
    ['parameters/drempelContractwaarde.yaml', parameter(date)],
    ['rules/drempel.yaml', rule],
    ['tests/drempel.yaml', tests],
  ]);
}

const changelog = (date: string): string => `# Wijzigingen

## 0.1.0 (${date})

- Begin.
`;

const readme = (name: string): string => `# Regelpakket ${name}

Waar dit pakket over gaat, voor wie het is, en welke bronnen het volgt.

- Wat is aangenomen en waarom; wat nog moet worden ingevuld.
- Kijk na met \`samenwerkt pack lint <deze map>\` en \`samenwerkt pack test <deze map>\`.
`;

const manifest = (name: string, engineVersion: string): string => `# Wat dit pakket is. De map heet zoals het pakket.
name: ${name}
# Verhoog de versie bij elke wijziging: major als besluiten anders kunnen uitvallen, minor als er iets bij komt,
# patch bij alleen teksten. \`samenwerkt pack diff\` zegt wat genoeg is.
version: 0.1.0
title:
  nl: Naam van de organisatie
  en: Name of the organisation
description:
  nl: In één zin waar dit beleid over gaat.
  en: In one sentence what this policy is about.
maintainers:
  - name: Wie dit pakket bijhoudt
licence: EUPL-1.2
engine: ^${engineVersion}
# Voor welke stappenplannen: stappenplan-2020, stappenplan-2019 of allebei, en voor welke versies ervan.
lifecycles:
  - { id: stappenplan-2020, version: ^1.0.0 }
languages: [nl, en]
# Waar de kenmerken van regels en tests mee beginnen.
namespace: VB
`;

const parameter = (
  date: string,
): string => `# Eén bestand per parameter; de naam is het pad: parameters/toeslag/vijftigPlus.yaml heet toeslag.vijftigPlus.
name: drempelContractwaarde
title:
  nl: Contractwaarde vanaf waar wij social return vragen
  en: Contract value from which we ask social return
# euro, procent, maanden, dagen, uren, aantal, jaNee, tekst, datum of lijst.
unit: euro
# De dag waarop iemand de waarden het laatst met de bron vergeleek; lint waarschuwt na twaalf maanden.
lastVerifiedOn: ${date}
# Op volgorde van datum. Een waarde geldt vanaf haar dag, tot de volgende; \`value: null\` beëindigt haar.
# Is de waarde niet bekend? Schrijf dan, in plaats van wat hieronder staat:
#   source: onbekend
#   values: []
values:
  - from: 2026-01-01
    # Bedragen en percentages staan tussen aanhalingstekens.
    value: '100000.00'
    # Waar staat het? title, en document, page of address, zodat een ander het kan naslaan.
    source: { title: Inkoopbeleid, page: p. 1 }
    # Wat niet in de bron staat maar is aangenomen. Laat weg als alles er staat.
    assumption: Voorbeeld van het begin van dit pakket; zet hier uw eigen bedrag en bron.
`;

const rule = `# Een regel bewaakt gebeurtenissen: bij block gaat de gebeurtenis niet door, bij warn gaat een waarschuwing mee.
- id: VB-01
  title:
    nl: Vanaf de drempel vragen wij social return
    en: From the threshold we ask social return
  events: [toepassingBepalen]
  severity: block
  # Wanneer de regel geldt. Laat weg als hij altijd geldt.
  appliesWhen: >-
    contract.waarde >= parameter.drempelContractwaarde
  # Waar is goed. Ontbreekt een gegeven, dan is de uitkomst 'onbekend', en dat is niet goed.
  condition: >-
    dossier.toepassing.toepassen
  # De dag waarop parameters worden gelezen: vandaag of contractStart.
  referenceDate: contractStart
  message:
    nl: Bij deze contractwaarde vragen wij social return.
    en: At this contract value we ask social return.
  remedy:
    nl: Pas social return toe.
    en: Apply social return.
  # Wat bij de melding als 'nu' en als 'nodig' wordt getoond.
  now: contract.waarde
  needed: drempelContractwaarde
  source: { title: Inkoopbeleid, page: p. 1 }
`;

const tests = `# Wat eruit moet komen; \`samenwerkt pack test\` rekent het na. Schrijf bij elke regel een voorbeeld dat goed is en een dat niet goed is.
- id: VB-01-T1
  title:
    nl: Op de drempel, en social return toegepast
    en: At the threshold, and social return applied
  # rule, valuation of obligation.
  kind: rule
  # De dag waarop parameters worden gelezen.
  date: 2026-06-01
  input:
    rule: VB-01
    facts: { contract: { waarde: '100000.00' }, dossier: { toepassing: { toepassen: true } } }
  # fulfilled, notFulfilled, notApplicable of unknown.
  expected: fulfilled
  # sourced (de bron zegt het), arithmetic (het volgt uit wat de bron zegt) of assumed.
  standing: assumed

- id: VB-01-T2
  title:
    nl: Op de drempel, en van social return afgezien
    en: At the threshold, and social return left out
  kind: rule
  date: 2026-06-01
  input:
    rule: VB-01
    facts: { contract: { waarde: '100000.00' }, dossier: { toepassing: { toepassen: false } } }
  expected: notFulfilled
  standing: assumed
`;
