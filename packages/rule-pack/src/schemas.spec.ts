import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { scaffoldPack } from './scaffold/scaffold-pack.js';
import { isDate } from './shape.js';
import { badFiles } from './testing/bad-files.js';
import { cadence } from './testing/cadence-pack.js';
import { drempel, filesWith } from './testing/sample-pack.js';
import { townObligation, townProblems, townValuation } from './testing/town-pack.js';
import { shippedFiles, shippedFolder } from './testing/shipped-pack.js';

const folder = fileURLToPath(new URL('../schemas/', import.meta.url));
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
ajv.addFormat('date', isDate);

const compiled = new Map<string, ValidateFunction>(
  readdirSync(folder).map((file) => [
    file.replace('.schema.json', ''),
    ajv.compile(JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as object),
  ]),
);

/** Which schema is for which file, as an editor is told: by its name, or by that of its folder. */
function schemaFor(path: string): ValidateFunction | undefined {
  const name = /^(\w+)\.yaml$/.exec(path)?.[1] ?? /^(\w+)\/.*\.yaml$/.exec(path)?.[1];
  return name === undefined ? undefined : compiled.get(name === 'parameters' ? 'parameter' : name);
}

function faults(path: string, text: string): string[] {
  if (path.endsWith('.md')) return [];
  const validate = schemaFor(path);
  if (!validate) return [`${path} has no schema`];
  if (validate(parse(text, { version: '1.2' }))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${path}${instancePath} ${message}`);
}

describe('the published schemas', () => {
  it.each(readdirSync(shippedFolder))('accept every file of %s', (name) => {
    const files = [...shippedFiles(name)];
    expect(files.flatMap(([path, text]) => faults(path, text))).toEqual([]);
  });

  it('accept a new pack, and a parameter that is not known or has ended', () => {
    const files = [...scaffoldPack('voorbeeld', '2026-11-22', '0.1.0'), ...filesWith()];
    expect(files.flatMap(([path, text]) => faults(path, text))).toEqual([]);
    const unknown = drempel.replace(/values:[^]*/, 'source: onbekend\nvalues: []\n');
    const ended = `${drempel}  - { from: 2016-01-01, value: null, source: { title: Bron } }\n`;
    expect([...faults('parameters/a.yaml', unknown), ...faults('parameters/a.yaml', ended)]).toEqual([]);
  });

  it('accept every kind of moment, and a cadence that plans nothing', () => {
    expect([...faults('cadence.yaml', cadence), ...faults('cadence.yaml', '[]\n')]).toEqual([]);
  });

  it('accept whatever the format can say of obligations and valuation, and an emptied file', () => {
    expect([...faults('obligation.yaml', townObligation), ...faults('valuation.yaml', townValuation)]).toEqual([]);
    const words = `toestand.werkgroep: { nl: Team, en: Team }
gebeurtenis.gunnen: { nl: Verlenen, en: Grant }
herinnering.gesprek.tekst: { nl: 'Beste {coordinator}', en: 'Before {vervaldatum}' }
`;
    expect([...faults('texts.yaml', words), ...faults('texts.yaml', '{}\n')]).toEqual([]);
    for (const path of ['evidence.yaml', 'obligation.yaml', 'records.yaml', 'rules/a.yaml', 'tests/a.yaml'])
      expect(faults(path, '[]\n')).toEqual([]);
  });

  it.each(badFiles)('and the loader both refuse $name', ({ path, text, code }) => {
    expect(townProblems({ [path]: text }).map((problem) => problem.code)).toContain(code);
    expect(faults(path, text)).not.toEqual([]);
  });

  it('say of every key what it is for', () => {
    for (const name of compiled.keys()) {
      const text = readFileSync(`${folder}${name}.schema.json`, 'utf8');
      expect(text.match(/"description"/g)?.length).toBeGreaterThan(4);
    }
  });
});
