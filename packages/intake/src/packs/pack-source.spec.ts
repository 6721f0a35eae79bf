import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newPolicy } from '@samenwerkt/engine';
import { openLedger } from '@samenwerkt/ledger';
import { writePackArchive } from './archive-write.js';
import { readPackSource, wholePack } from './pack-source.js';
import { loadPackSources } from './pack-sources.js';
import { type PackSourceRefused } from './source-refused.js';

const pack = newPolicy('gemeente-voorbeeld', '2026-11-22T12:00:00.000Z');
const own = (name: string) => newPolicy(name, '2026-11-22T12:00:00.000Z');
const NAME = 'npm:@gemeente/social-return-pack';
const PACKAGE = 'node_modules/@gemeente/social-return-pack';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'samenwerkt-bron-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...names: string[]) => join(folder, ...names);

function write(place: string, files: Iterable<readonly [string, string | Uint8Array]>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(at(place, path)), { recursive: true });
    writeFileSync(at(place, path), content);
  }
}

/** Lays a package in `node_modules`, as npm install would. */
function install(files: ReadonlyMap<string, string> = pack, manifest: object = {}, place = PACKAGE): void {
  write(place, [['package.json', JSON.stringify({ name: '@gemeente/social-return-pack', ...manifest })], ...files]);
}

/** Why a source is refused, and in which words. */
function refusal(source: string, from = folder): Pick<PackSourceRefused, 'reason' | 'text'> {
  try {
    readPackSource(source, from);
  } catch (error) {
    return error as PackSourceRefused;
  }
  throw new Error(`${source} was read`);
}

describe('a pack that somebody names', () => {
  it('is a folder or an archive, from the folder one is in', () => {
    write('pakket', pack);
    write('.', [['pakket.tar.gz', writePackArchive(pack)]]);
    expect(readPackSource('pakket', folder)).toEqual(pack);
    expect(readPackSource(at('pakket.tar.gz'), '/')).toEqual(pack);
  });

  it('that is not there is refused, saying what can be named', () => {
    const { reason, text } = refusal('nergens');
    expect(reason).toBe('missing');
    expect(text.nl).toBe(
      'nergens is niet te lezen: het bestaat niet. Noem een map, een archief (tar.gz) of npm:<pakket>.',
    );
  });

  it('that the system will not give is refused with its reason', () => {
    write('.', [['bestand', 'x']]);
    expect(refusal('bestand/erin').reason).toBe('unreadable');
  });
});

describe('a pack in an npm package', () => {
  it('is read without what a package has beside it', () => {
    install(new Map([...pack, ['LICENSE', 'EUPL'], ['node_modules/ander/index.js', 'throw 1'], ['README.md', '# P']]));
    expect(readPackSource(NAME, folder)).toEqual(new Map([...pack, ['README.md', '# P']]));
  });

  it('is found from any folder below, in the nearest node_modules first', () => {
    install();
    write('apps/diep', [['x', '']]);
    expect(readPackSource(NAME, at('apps/diep'))).toEqual(pack);
    install(new Map([...pack, ['README.md', 'nabij']]), {}, `apps/${PACKAGE}`);
    expect(readPackSource(NAME, at('apps/diep')).get('README.md')).toBe('nabij');
  });

  it('may be in the folder that package.json names', () => {
    const inside = [...pack].map(([path, text]) => [`beleid/pakket/${path}`, text] as const);
    install(new Map([...inside, ['index.js', 'throw new Error("executed")']]), {
      main: 'index.js',
      exports: './index.js',
      samenwerkt: { pack: 'beleid/pakket' },
    });
    expect(readPackSource(NAME, folder)).toEqual(pack);
  });

  it('may be a link itself, as in a workspace', () => {
    install(pack, {}, 'elders/pakket');
    mkdirSync(at('node_modules/@gemeente'), { recursive: true });
    symlinkSync(at('elders/pakket'), at(PACKAGE));
    expect(readPackSource(NAME, folder)).toEqual(pack);
  });

  it('that is not installed is refused with the command that installs it', () => {
    const { reason, text } = refusal(NAME);
    expect(reason).toBe('npm-missing');
    expect(text.nl).toBe(`${NAME} is hier niet geïnstalleerd; doe dat met: npm install @gemeente/social-return-pack`);
  });

  it('without a pack is refused, saying where it was looked for', () => {
    install(new Map([['index.js', '']]));
    expect(refusal(NAME).text.en).toContain('holds no rule pack: pack.yaml is not there');
    install(new Map(), { samenwerkt: { pack: 'beleid' } });
    expect(refusal(NAME).text.en).toContain('holds no rule pack: beleid/pack.yaml is not there');
  });

  it.each(['npm:', 'npm:..', 'npm:../geheim', 'npm:/etc', 'npm:a/b', 'npm:@a', 'npm:@a/../b', 'npm:A B', 'npm:a\\b'])(
    '%s is no name of a package',
    (source) => expect(refusal(source).reason).toBe('npm-name'),
  );

  it.each([
    ['no JSON', '{', 'npm-manifest'],
    ['a folder that is no text', '{"samenwerkt":{"pack":1}}', 'npm-manifest'],
    ['a folder outside the package', '{"samenwerkt":{"pack":"../../.."}}', 'npm-outside'],
    ['a folder elsewhere', '{"samenwerkt":{"pack":"/etc"}}', 'npm-outside'],
    ['a folder beside it of which the name begins the same', '{"samenwerkt":{"pack":"../pakket2"}}', 'npm-outside'],
  ])('whose package.json names %s is refused', (_, manifest, reason) => {
    write(`node_modules/pakket`, [...pack, ['package.json', manifest]]);
    write(`node_modules/pakket2`, pack);
    expect(refusal('npm:pakket').reason).toBe(reason);
  });

  it('with a link among its files, or as its folder, is refused', () => {
    write('.', [['geheim.yaml', 'wachtwoord: x']]);
    install();
    symlinkSync(at('geheim.yaml'), at(PACKAGE, 'rules/geheim.yaml'));
    expect(refusal(NAME).text.nl).toContain('rules/geheim.yaml is een koppeling of wijst buiten het pakket');
    write('buiten', pack);
    install(new Map(), { samenwerkt: { pack: 'pakket' } }, 'node_modules/tweede');
    symlinkSync(at('buiten'), at('node_modules/tweede/pakket'));
    expect(refusal('npm:tweede').reason).toBe('npm-outside');
    install(new Map(), {}, 'node_modules/derde');
    symlinkSync(at('geheim.yaml'), at('node_modules/derde/pack.yaml'));
    expect(refusal('npm:derde').reason).toBe('npm-outside');
  });

  it('larger than a pack may be is refused before it is read', () => {
    install(new Map([...pack, ['rules/groot.yaml', 'x'.repeat(5_000_000)]]));
    expect(refusal(NAME).reason).toBe('npm-too-large');
    const many = Array.from({ length: 2001 }, (_, i) => [`rules/r${i}.yaml`, ''] as const);
    install(new Map([['pack.yaml', ''], ...many]), {}, 'node_modules/veel');
    expect(refusal('npm:veel').reason).toBe('npm-too-large');
  });
});

/** A pack that has nothing but a manifest, and the pack it extends. */
function extending(name: string, base: string): ReadonlyMap<string, string> {
  const manifest = own(name).get('pack.yaml') ?? '';
  return new Map([['pack.yaml', `${manifest}extends: { name: ${base}, version: ^0.1.0 }\n`]]);
}

describe('a named pack that extends another', () => {
  const baseOf = (source: string) => wholePack(source, folder, at('meegeleverd')).get('base/pack.yaml');

  it('has it from beside its folder or archive, else from the packs that come with the program', () => {
    write('meegeleverd/landelijk', own('landelijk'));
    write('stad', extending('stad', 'landelijk'));
    write('.', [['stad.tar.gz', writePackArchive(extending('stad', 'landelijk'))]]);
    for (const source of ['stad', 'stad.tar.gz']) expect(baseOf(source)).toBe(own('landelijk').get('pack.yaml'));
    const nearby = new Map([...own('landelijk'), ['pack.yaml', '# hiernaast\n']]);
    write('landelijk', nearby);
    for (const source of ['stad', 'stad.tar.gz']) expect(baseOf(source)).toBe('# hiernaast\n');
  });

  it('has it from the packs that come with the program only, when it is an npm package', () => {
    install(extending('stad', 'landelijk'));
    write('landelijk', own('landelijk'));
    expect(baseOf(NAME)).toBeUndefined();
    write('meegeleverd/landelijk', own('landelijk'));
    expect(baseOf(NAME)).toBe(own('landelijk').get('pack.yaml'));
  });
});

describe('the packs that RULE_PACKS names', () => {
  it('may extend one that comes with the program, from a folder of packs or alone', async () => {
    write('meegeleverd/landelijk', own('landelijk'));
    write('map/stad', extending('stad', 'landelijk'));
    write('dorp', extending('dorp', 'landelijk'));
    const ledger = await openLedger({ file: at('l.sqlite') });
    await ledger.ensureOrganisation('org', 'Org');
    expect(await loadPackSources(ledger, 'org', 'map,dorp', folder, at('meegeleverd'))).toEqual([]);
    for (const name of ['stad', 'dorp']) expect((await ledger.shelf.current('org', name)).pack.rules).toHaveLength(1);
    await ledger.close();
  });

  it('are put on the shelf, from folders, archives and packages; what cannot be had is named', async () => {
    write('een', own('een'));
    write('map/twee', own('twee'));
    write('map/drie', own('drie'));
    write('.', [['vier.tar.gz', writePackArchive(own('vier'))]]);
    install(own('vijf'));
    write('fout', new Map([...own('fout'), ['pack.yaml', 'name: [']]));
    write('.', [['kapot.tar.gz', 'x']]);
    write('leeg', [['lees.txt', '']]);
    const ledger = await openLedger({ file: at('l.sqlite') });
    await ledger.ensureOrganisation('org', 'Org');
    const list = ` een, map ,vier.tar.gz,${NAME},nergens,fout,kapot.tar.gz,leeg,npm:niets,`;
    const notes = await loadPackSources(ledger, 'org', list, folder, at('meegeleverd'));
    const names = (await ledger.shelf.list('org')).map(({ ref }) => ref.name);
    expect(names.sort()).toEqual(['drie', 'een', 'twee', 'vier', 'vijf']);
    expect(notes.filter((note) => note.startsWith('Regelpakket'))).toEqual([
      expect.stringMatching(/^Regelpakket nergens is niet geladen: nergens is niet te lezen: het bestaat niet/),
      'Regelpakket fout is niet geladen:',
      expect.stringMatching(/^Regelpakket kapot\.tar\.gz is niet geladen: Dit is geen tar\.gz/),
      'Regelpakket leeg is niet geladen:',
      expect.stringMatching(/^Regelpakket npm:niets is niet geladen: npm:niets is hier niet geïnstalleerd/),
    ]);
    expect(await loadPackSources(ledger, 'org', undefined, folder, folder)).toEqual([]);
    await ledger.close();
  });
});
