import { type BaseReference, FOUR_EYES, LANGUAGES, type Maintainer, type Manifest } from './model.js';
import { type Report } from './problem.js';
import { bilingual, list, oneOf, record, text, under, type Read } from './shape.js';
import { type Tree } from './yaml-tree.js';

/** What the name of a pack looks like. */
export const slug = {
  pattern: /^[a-z][a-z0-9-]*$/,
  nl: 'een naam in kleine letters, met streepjes',
  en: 'a name in lower case, with dashes',
};

const version = { pattern: /^\d+\.\d+\.\d+$/, nl: 'een versie zoals 1.0.0', en: 'a version such as 1.0.0' };
const namespace = {
  pattern: /^[A-Z][A-Z0-9]*$/,
  nl: 'hoofdletters en cijfers, zoals UT',
  en: 'capitals and digits, such as UT',
};
const email = { pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, nl: 'een e-mailadres', en: 'an e-mail address' };

const packName: Read<string> = text(60, slug);
const range: Read<string> = text(30, {
  pattern: /^\^\d+\.\d+\.\d+$/,
  nl: 'een bereik zoals ^0.1.0',
  en: 'a range such as ^0.1.0',
});

/** The pack that this one extends. */
export const extendsFile: Read<BaseReference> = record<BaseReference>({ name: packName, version: range }, {});

interface RangedLifecycle {
  readonly id: string;
  readonly version: string;
}

const lifecycleId: Read<string> = text(60);
const ranged: Read<RangedLifecycle> = record<RangedLifecycle>({ id: lifecycleId, version: range }, {});
const lifecycle: Read<string | RangedLifecycle> = (tree, report) =>
  tree.kind === 'map' ? ranged(tree, report) : lifecycleId(tree, report);

/** `pack.yaml` as written. */
interface ManifestFile extends Omit<Manifest, 'maintainers' | 'languages' | 'lifecycles' | 'lifecycleRanges'> {
  readonly maintainer?: string;
  readonly maintainers?: readonly Maintainer[];
  readonly languages?: Manifest['languages'];
  readonly lifecycles: readonly (string | RangedLifecycle)[];
}

const written: Read<ManifestFile> = record<ManifestFile>(
  {
    name: packName,
    version: text(30, version),
    title: bilingual,
    description: bilingual,
    licence: text(100),
    engine: range,
    lifecycles: list(lifecycle, { least: 1, most: 20 }),
  },
  {
    maintainer: text(200),
    maintainers: list(record<Maintainer>({ name: text(200) }, { email: text(200, email), address: text(500) }), {
      least: 1,
      most: 20,
    }),
    languages: list(oneOf(...LANGUAGES), { most: LANGUAGES.length }),
    namespace: text(20, namespace),
    extends: extendsFile,
    fourEyes: list(oneOf(...FOUR_EYES), { most: FOUR_EYES.length }),
  },
);

/** `pack.yaml`, in the form that the rest of the product knows. */
export const manifestFile: Read<Manifest> = (tree, report) => {
  const file = written(tree, report);
  if (!file) return undefined;
  const { maintainer, maintainers, languages = LANGUAGES, lifecycles, ...rest } = file;
  const kept = keptBy(tree, maintainer, maintainers, report);
  if (!kept || !bothLanguages(tree, languages, report)) return undefined;
  const ranges = lifecycles.flatMap((one) => (typeof one === 'string' ? [] : [[one.id, one.version] as const]));
  return {
    ...rest,
    maintainers: kept,
    languages,
    lifecycles: lifecycles.map((one) => (typeof one === 'string' ? one : one.id)),
    lifecycleRanges: Object.fromEntries(ranges),
  };
};

/** A single text is the older form: a name and nothing else. */
function keptBy(
  tree: Tree,
  maintainer: string | undefined,
  maintainers: readonly Maintainer[] | undefined,
  report: Report,
): readonly Maintainer[] | undefined {
  if (maintainer !== undefined && maintainers !== undefined) {
    report(
      under(tree, 'maintainer').place,
      'maintainer-double',
      "Er staan een 'maintainer' en een lijst 'maintainers'; houd de lijst over.",
      "There are a 'maintainer' and a list of 'maintainers'; keep the list.",
    );
    return undefined;
  }
  if (maintainer !== undefined) return [{ name: maintainer }];
  if (maintainers === undefined) {
    const nl = "De sleutel 'maintainers' ontbreekt; voeg hem toe.";
    report(tree.place, 'key-missing', nl, "The key 'maintainers' is missing; add it.");
  }
  return maintainers;
}

function bothLanguages(tree: Tree, languages: Manifest['languages'], report: Report): boolean {
  const gone = LANGUAGES.find((language) => !languages.includes(language));
  if (gone === undefined) return true;
  report(
    under(tree, 'languages').place,
    'language-missing',
    `De taal '${gone}' ontbreekt; elke tekst van een pakket staat er in het Nederlands en het Engels: [nl, en].`,
    `The language '${gone}' is missing; every text of a pack is there in Dutch and English: [nl, en].`,
  );
  return false;
}
