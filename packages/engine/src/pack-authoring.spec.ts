import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { type FactTree, type Moment, runPackTests, withBase } from '@samenwerkt/rule-pack';
import { diffPolicies, lintPolicy, newPolicy } from './pack-kit.js';
import { loadPolicy } from './policy.js';
import { shippedFiles } from './testing/packs.js';
import { VOCABULARY } from './vocabulary.js';

const MOMENT = '2026-11-22T12:00:00.000Z';
const guide = readFileSync(fileURLToPath(new URL('../../../docs/pack-authoring.md', import.meta.url)), 'utf8');

/** The files that the guide writes out: each is a block whose first line is its path. */
function filesOfGuide(): Map<string, string> {
  const blocks = guide.matchAll(/```yaml\n# (\S+)\n([^]*?)```/g);
  return new Map([...blocks].map(([, path = '', text = '']) => [path, text]));
}

/** One row for each group of facts. */
function factRows(tree: FactTree, path = ''): string[] {
  const leaves = Object.entries(tree).flatMap(([name, below]) =>
    name === 'laatste' && typeof below !== 'string'
      ? Object.entries(below).map(([key, type]) => `\`laatste.${key}: ${String(type)}\``)
      : typeof below === 'string'
        ? [`\`${name}: ${below}\``]
        : [],
  );
  const groups = Object.entries(tree).filter(([name, below]) => name !== 'laatste' && typeof below !== 'string');
  return [
    ...(leaves.length > 0 ? [`| ${path === '' ? '' : `\`${path}\``} | ${leaves.join(', ')} |`] : []),
    ...groups.flatMap(([name, below]) => factRows(below as FactTree, path === '' ? name : `${path}.${name}`)),
  ];
}

function tables(): string {
  const named = (names: ReadonlySet<string>) => [...names].map((name) => `\`${name}\``).join(', ');
  const rows = [...VOCABULARY.lifecycles].flatMap(([id, { states, events }]) => [
    `| ${id} | states | ${named(states)} |`,
    `| ${id} | events | ${named(events)} |`,
  ]);
  return [
    '| group | facts |',
    '| --- | --- |',
    ...factRows(VOCABULARY.facts),
    '',
    '| lifecycle | | |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

describe('the guide for authors of packs', () => {
  it('writes out a pack that loads, and that lint finds right but for what is to be filled in', () => {
    const { pack, findings } = lintPolicy(filesOfGuide(), MOMENT);
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(findings.map(({ code }) => code)).toContain('fill-in');
    expect(pack?.rules.map(({ rule }) => rule.id)).toEqual(['VB-03', 'VB-01', 'VB-02']);
    expect(pack?.requiredRecords).toHaveLength(1);
    expect(pack?.cadence?.map(({ id }) => id)).toEqual(['gesprek']);
    expect(pack?.evidence.map(({ id }) => id)).toEqual(['uitkeringsbrief']);
    expect([...(pack?.texts.keys() ?? [])]).toContain('gebeurtenis.principebesluitNemen');
    expect(findings.map(({ code }) => code)).not.toContain('untested');
  });

  it('gives examples of every kind that come out as it says', () => {
    const results = runPackTests(loadPolicy(filesOfGuide()).pack);
    expect(results.map(({ test, found }) => [test.id, found])).toEqual(
      results.map(({ test }) => [test.id, test.expected]),
    );
    const kinds = new Set(results.map(({ test }) => test.kind));
    expect(kinds).toEqual(new Set(['valuation', 'obligation', 'shortfall', 'rule']));
  });

  it('writes out how to extend a pack that comes with the program', () => {
    const [, line = ''] = /```yaml\n(extends: .*)\n```/.exec(guide) ?? [];
    const own = [...filesOfGuide()].filter(([path]) => /^(pack|parameters|rules)\b/.test(path));
    const files = new Map(own);
    files.set('pack.yaml', `${files.get('pack.yaml') ?? ''}${line}\n`);
    const whole = withBase(files, (name) => shippedFiles(name));
    expect(loadPolicy(whole).pack.rules.map(({ rule }) => rule.id)).toEqual(expect.arrayContaining(['VB-01', 'BA-01']));
  });

  it('numbers its steps from one on', () => {
    const numbers = [...guide.matchAll(/^## (\d+)\. /gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    expect(numbers.length).toBeGreaterThan(1);
  });

  it('names every schema that is published', () => {
    const schemas = readdirSync(fileURLToPath(new URL('../../rule-pack/schemas', import.meta.url)));
    for (const schema of schemas) expect(guide).toContain(`"packages/rule-pack/schemas/${schema}": "rule-packs/*/`);
  });

  it('shows what diff says about it', () => {
    const before = filesOfGuide();
    const after = new Map([...before].map(([path, text]) => [path, text.replace('150000', '140000')]));
    after.set('pack.yaml', (after.get('pack.yaml') ?? '').replace('version: 1.0.0', 'version: 1.0.1'));
    const version = (files: ReadonlyMap<string, string>) => ({ files, pack: loadPolicy(files).pack });
    const { changes, advice } = diffPolicies(version(before), version(after), MOMENT);
    const lines = changes.flatMap(({ level, text, details }) => [
      `[${level}] ${text.nl}`,
      ...details.map(({ nl }) => `    ${nl}`),
    ]);
    expect(guide).toContain([...lines, advice.text.nl].join('\n'));
  });

  it('names every fact, state and event, and no other', () => {
    const [, shown] = /<!-- vocabulary -->\n([^]*?)\n<!-- \/vocabulary -->/.exec(guide) ?? [];
    expect(shown).toBe(tables());
  });

  it('says of every kind of moment which keys it has', () => {
    const keys: { readonly [K in Moment['kind']]: readonly Exclude<keyof Extract<Moment, { kind: K }>, 'kind'>[] } = {
      terugkerend: ['every', 'anchor'],
      jaarlijks: ['within'],
      naGebeurtenis: ['after', 'within'],
      voorContracteinde: ['before'],
      stilstand: ['longerThan'],
      zonderBackup: ['within'],
    };
    for (const [kind, named] of Object.entries(keys)) {
      const row = guide.split('\n').find((line) => line.startsWith(`| \`${kind}\` |`));
      for (const key of named) expect(row).toContain(`\`${key}\``);
    }
  });

  it('names every code of lint that is not about loading', () => {
    for (const code of ['fill-in', 'not-verified', 'rule-dead', 'rule-constant', 'parameter-unused', 'untested'])
      expect(guide).toContain(`\`${code}\``);
  });
});

describe('a new pack for this engine', () => {
  it('loads and has nothing that lint would say', () => {
    expect(lintPolicy(newPolicy('gemeente-voorbeeld', MOMENT), MOMENT).findings).toEqual([]);
  });

  it('may have the parameters that the engine plans with, without a rule that reads them', () => {
    const files = new Map(newPolicy('gemeente-voorbeeld', MOMENT));
    for (const name of ['gespreksfrequentieMaanden', 'jaaropgaveTermijnMaanden']) {
      files.set(
        `parameters/${name}.yaml`,
        `name: ${name}\ntitle: { nl: '${name}', en: x }\nunit: maanden\nlastVerifiedOn: 2026-11-22\nvalues:\n  - { from: 2026-01-01, value: 3, source: { title: Bron, page: p. 1 } }\n`,
      );
    }
    expect(lintPolicy(files, MOMENT).findings).toEqual([]);
  });
});
