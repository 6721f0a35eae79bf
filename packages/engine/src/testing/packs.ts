import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPolicy, type Policy } from '../policy.js';

const manifest = `name: proef
version: 1.0.0
title: { nl: Proef, en: Trial }
description: { nl: Een proefpakket, en: A trial pack }
maintainer: Samenwerkt
licence: EUPL-1.2
engine: ^0.1.0
lifecycles: [stappenplan-2020, stappenplan-2019]
`;

/** What a parameter was from a date on. */
type Dated = readonly [from: string, value: string | number];

/** The file of a parameter with these values. */
export function parameter(name: string, unit: string, ...values: readonly Dated[]): string {
  const lines = values.map(([from, value]) => {
    const written = typeof value === 'number' ? value : `'${value}'`;
    return `  - from: ${from}\n    value: ${written}\n    source: { title: Nota ${from} }\n`;
  });
  return `name: ${name}
title: { nl: De ${name}, en: The ${name} }
unit: ${unit}
lastVerifiedOn: 2026-01-01
values:
${lines.join('')}`;
}

/** Three rules guard the very first step of both lifecycles, a fourth the working group. */
const rules = `- id: PR-01
  title: { nl: Groot genoeg, en: Large enough }
  events: [principebesluitNemen]
  severity: block
  condition: contract.waarde >= parameter.drempel
  referenceDate: vandaag
  message: { nl: De opdracht is te klein., en: The contract is too small. }
  remedy: { nl: Kies een grotere opdracht., en: Choose a larger contract. }
  now: contract.waarde
  needed: drempel
  source: { title: Proefnota }
- id: PR-02
  title: { nl: Lang genoeg, en: Long enough }
  events: [principebesluitNemen]
  severity: block
  appliesWhen: contract.soort != "levering"
  condition: contract.looptijdMaanden >= parameter.minimaleLooptijdMaanden
  referenceDate: contractStart
  message: { nl: De opdracht is te kort., en: The contract is too short. }
  remedy: { nl: Kies een langere opdracht., en: Choose a longer contract. }
  source: { title: Proefnota }
- id: PR-03
  title: { nl: Genoeg loon, en: Enough wages }
  events: [principebesluitNemen]
  severity: warn
  condition: contract.loonsom >= parameter.drempel
  referenceDate: vandaag
  message: { nl: De loonsom is laag., en: The wage sum is low. }
  remedy: { nl: Ga de loonsom na., en: Check the wage sum. }
  source: { title: Proefnota }
- id: PR-04
  title: { nl: Een ander als back-up, en: Somebody else as back-up }
  events: [werkgroepInstellen]
  severity: block
  condition: dossier.werkgroep.backup != dossier.werkgroep.coordinator
  referenceDate: vandaag
  message: { nl: De back-up is de coördinator., en: The back-up is the coordinator. }
  remedy: { nl: Wijs een ander aan., en: Appoint somebody else. }
  source: { title: Proefnota }
`;

const records = `- state: draagvlak
  field: dossier.draagvlak.businesscase
  title: { nl: Businesscase, en: Business case }
  source: { title: Proefnota }
`;

type Files = Readonly<Record<string, string>>;

export function policyOf(files: Files): Policy {
  return loadPolicy(new Map(Object.entries(files)));
}

/** A pack without rules or parameters: only what the lifecycle itself asks stands in the way. */
export const permissive = policyOf({ 'pack.yaml': manifest.replace('name: proef', 'name: vrij') });

/** A small pack of which every figure is known here: the threshold went up in 2025. */
export const trialFiles: Files = {
  'pack.yaml': manifest,
  'parameters/drempel.yaml': parameter('drempel', 'euro', ['2015-01-01', '100000.00'], ['2025-01-01', '250000.00']),
  'parameters/minimaleLooptijdMaanden.yaml': parameter('minimaleLooptijdMaanden', 'maanden', ['2015-01-01', 6]),
  'rules/regels.yaml': rules,
  'records.yaml': records,
};

export const trial = policyOf(trialFiles);

/** A pack that only says how often the parties speak, and how soon the yearly statement is due. */
export function monitoringEvery(conversationMonths: number, statementMonths = 2): Policy {
  return policyOf({
    'pack.yaml': manifest,
    'parameters/gespreksfrequentieMaanden.yaml': parameter('gespreksfrequentieMaanden', 'maanden', [
      '2015-01-01',
      conversationMonths,
    ]),
    'parameters/jaaropgaveTermijnMaanden.yaml': parameter('jaaropgaveTermijnMaanden', 'maanden', [
      '2015-01-01',
      statementMonths,
    ]),
  });
}

const shippedPacks = fileURLToPath(new URL('../../../../rule-packs', import.meta.url));

/** The files of a pack of `rule-packs/`. */
export function shippedFiles(name: string): ReadonlyMap<string, string> {
  const root = join(shippedPacks, name);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path) => [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')] as const);
  return new Map(files);
}

/** A pack of `rule-packs/`, as it is shipped. */
export function shipped(name: string): Policy {
  return loadPolicy(shippedFiles(name));
}
