type Text = { readonly nl: string; readonly en: string };

/** Why an archive is refused, each with what to do. `what` is the name concerned, when there is one. */
const said = {
  'not-an-archive': () => ({
    nl: 'Dit is geen tar.gz en geen zip; maak het archief met samenwerkt pack pack.',
    en: 'This is no tar.gz and no zip; make the archive with samenwerkt pack pack.',
  }),
  damaged: () => ({
    nl: 'Het archief is beschadigd; maak of haal het opnieuw.',
    en: 'The archive is damaged; make or fetch it again.',
  }),
  truncated: () => ({
    nl: 'Het archief is afgebroken; maak of haal het opnieuw.',
    en: 'The archive breaks off; make or fetch it again.',
  }),
  'too-large': () => ({
    nl: 'Het archief is uitgepakt groter dan 4 MB; zo groot is een regelpakket niet.',
    en: 'Unpacked the archive is larger than 4 MB; no rule pack is that large.',
  }),
  'too-dense': () => ({
    nl: 'Het archief is meer dan honderd keer kleiner dan wat erin zit; zo ver krimpt de tekst van een regelpakket niet.',
    en: 'The archive is more than a hundred times smaller than what is in it; the text of a rule pack does not shrink that far.',
  }),
  encrypted: (what) => ({
    nl: `'${what}' is versleuteld; maak het archief zonder wachtwoord.`,
    en: `'${what}' is encrypted; make the archive without a password.`,
  }),
  'method-unknown': (what) => ({
    nl: `'${what}' is ingepakt op een manier die wij niet lezen; kies gewone zip (deflate), of maak een tar.gz met samenwerkt pack pack.`,
    en: `'${what}' is packed in a way that we do not read; choose plain zip (deflate), or make a tar.gz with samenwerkt pack pack.`,
  }),
  zip64: () => ({
    nl: 'Het archief is een zip64 of bestaat uit meer delen; dat is voor bestanden die geen regelpakket heeft. Maak een gewone zip.',
    en: 'The archive is a zip64 or has several parts; that is for files that no rule pack has. Make a plain zip.',
  }),
  'size-false': (what) => ({
    nl: `'${what}' is groter of kleiner dan het archief zegt; maak het archief opnieuw.`,
    en: `'${what}' is larger or smaller than the archive says; make the archive again.`,
  }),
  'archive-within': (what) => ({
    nl: `'${what}' is zelf een archief; een regelpakket heeft alleen tekst. Haal het eruit.`,
    en: `'${what}' is an archive itself; a rule pack has text only. Take it out.`,
  }),
  'too-many-files': () => ({
    nl: 'Het archief heeft meer dan 2000 bestanden; zo veel heeft een regelpakket niet.',
    en: 'The archive has more than 2000 files; no rule pack has that many.',
  }),
  'path-unsafe': (what) => ({
    nl: `'${what}' wijst buiten het pakket of is geen gewone naam; gebruik namen binnen de map, met schuine strepen.`,
    en: `'${what}' points outside the pack or is no ordinary name; use names within the folder, with forward slashes.`,
  }),
  'path-too-long': (what) => ({
    nl: `'${what}' is te lang voor een archief; geef het bestand een kortere naam.`,
    en: `'${what}' is too long for an archive; give the file a shorter name.`,
  }),
  'name-double': (what) => ({
    nl: `'${what}' staat twee keer in het archief (hoofdletters tellen niet); houd er één over.`,
    en: `'${what}' is in the archive twice (capitals do not count); keep one of them.`,
  }),
  'not-a-file': (what) => ({
    nl: `'${what}' is een koppeling, een apparaat of iets anders dan een gewoon bestand; een regelpakket heeft alleen gewone bestanden. Maak het archief met samenwerkt pack pack.`,
    en: `'${what}' is a link, a device or something else than an ordinary file; a rule pack has ordinary files only. Make the archive with samenwerkt pack pack.`,
  }),
  'not-utf-8': (what) => ({
    nl: `'${what}' is geen UTF-8; sla het op als UTF-8.`,
    en: `'${what}' is not UTF-8; save it as UTF-8.`,
  }),
} satisfies Record<string, (what: string) => Text>;

/** Stable name of a reason. */
type ArchiveReason = keyof typeof said;

/** An archive that cannot be a rule pack. Nothing of it was written anywhere. */
export class PackArchiveRefused extends Error {
  readonly code = 'pack-archive-refused';
  readonly text: Text;

  constructor(
    readonly reason: ArchiveReason,
    what = '',
  ) {
    const text = said[reason](printable(what));
    super(text.en);
    this.name = 'PackArchiveRefused';
    this.text = text;
  }
}

/** A hostile name must not steer the terminal it is shown on. */
function printable(name: string): string {
  return name.replace(/[^\x20-\x7e\u00a0-\u024f]/g, '?').slice(0, 120);
}
