type Text = { readonly nl: string; readonly en: string };

/** Why there is no pack where the user said, each with what to do. */
const said = {
  missing: (source) => ({
    nl: `${source} is niet te lezen: het bestaat niet. Noem een map, een archief (tar.gz) of npm:<pakket>.`,
    en: `${source} cannot be read: it does not exist. Name a folder, an archive (tar.gz) or npm:<package>.`,
  }),
  unreadable: (source, reason) => ({
    nl: `${source} is niet te lezen: ${reason}`,
    en: `${source} cannot be read: ${reason}`,
  }),
  'npm-name': (source) => ({
    nl: `${source} is geen naam van een npm-pakket; schrijf npm:naam of npm:@organisatie/naam.`,
    en: `${source} is no name of an npm package; write npm:name or npm:@organisation/name.`,
  }),
  'npm-missing': (source) => ({
    nl: `${source} is hier niet geïnstalleerd; doe dat met: npm install ${source.slice('npm:'.length)}`,
    en: `${source} is not installed here; do so with: npm install ${source.slice('npm:'.length)}`,
  }),
  'npm-manifest': (source) => ({
    nl: `De package.json van ${source} is niet te gebruiken; verwacht wordt JSON, met desgewenst "samenwerkt": { "pack": "<map in het pakket>" }.`,
    en: `The package.json of ${source} cannot be used; expected is JSON, with "samenwerkt": { "pack": "<folder in the package>" } if need be.`,
  }),
  'npm-no-pack': (source, place) => ({
    nl: `${source} heeft geen regelpakket: ${place} is er niet. Zet het daar, of noem de map in package.json onder "samenwerkt": { "pack": "…" }.`,
    en: `${source} holds no rule pack: ${place} is not there. Put it there, or name the folder in package.json under "samenwerkt": { "pack": "…" }.`,
  }),
  'npm-outside': (source, place) => ({
    nl: `${source}: ${place} is een koppeling of wijst buiten het pakket; een regelpakket heeft alleen gewone bestanden binnen het pakket.`,
    en: `${source}: ${place} is a link or points outside the package; a rule pack has ordinary files within the package only.`,
  }),
  'npm-too-large': (source) => ({
    nl: `${source} heeft meer dan 2000 bestanden of 4 MB; zo groot is een regelpakket niet. Noem in package.json de map waar het in staat.`,
    en: `${source} has more than 2000 files or 4 MB; no rule pack is that large. Name the folder that holds it in package.json.`,
  }),
} satisfies Record<string, (source: string, what: string) => Text>;

/** Stable name of a reason. */
type SourceReason = keyof typeof said;

/** There is no pack to be had where the user said it is. Nothing was changed or executed. */
export class PackSourceRefused extends Error {
  readonly code = 'pack-source-refused';
  readonly text: Text;

  constructor(
    readonly reason: SourceReason,
    source: string,
    what = '',
  ) {
    const text = said[reason](source, what);
    super(text.en);
    this.name = 'PackSourceRefused';
    this.text = text;
  }
}
