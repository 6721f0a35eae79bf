/** A text in both languages; `{name}` stands for a detail of the cell at hand. */
interface Template {
  readonly nl: string;
  readonly en: string;
}

/** What can be wrong with an export, and how to mend it. The codes are stable: scripts and screens may rely on them. */
export const problemTexts = {
  'file-empty': {
    nl: 'Het bestand is leeg. Exporteer de contracten opnieuw, met een kopregel en één regel per contract.',
    en: 'The file is empty. Export the contracts again, with a header row and one row per contract.',
  },
  'file-without-rows': {
    nl: 'Het bestand heeft alleen een kopregel. Voeg per contract een regel toe.',
    en: 'The file has a header row only. Add a row for each contract.',
  },
  'file-too-large': {
    nl: 'Het bestand is {found} MB; ten hoogste {limit} MB wordt gelezen. Splits het in delen.',
    en: 'The file is {found} MB; at most {limit} MB is read. Split it into parts.',
  },
  'too-many-rows': {
    nl: 'Het bestand heeft meer dan {limit} regels. Splits het in delen.',
    en: 'The file has more than {limit} rows. Split it into parts.',
  },
  'encoding-not-utf8': {
    nl: 'Op regel {line}, teken {position}, staat een byte ({byte}) die geen UTF-8 is. Het bestand lijkt Windows-1252 te zijn: lees het als Windows-1252 (--encoding windows-1252), of sla het in Excel op als "CSV UTF-8".',
    en: 'On line {line}, character {position}, stands a byte ({byte}) that is not UTF-8. The file looks like Windows-1252: read it as Windows-1252 (--encoding windows-1252), or save it in Excel as "CSV UTF-8".',
  },
  'encoding-utf16': {
    nl: 'Het bestand is UTF-16 ("Unicode-tekst"). Sla het in Excel op als "CSV UTF-8".',
    en: 'The file is UTF-16 ("Unicode text"). Save it in Excel as "CSV UTF-8".',
  },
  'encoding-is-utf8': {
    nl: 'Het bestand is UTF-8, geen Windows-1252: letters met accenten zouden verminkt raken. Lees het als UTF-8 (zonder --encoding windows-1252).',
    en: 'The file is UTF-8, not Windows-1252: letters with accents would be garbled. Read it as UTF-8 (without --encoding windows-1252).',
  },
  'workbook-unreadable': {
    nl: 'Dit is geen Excel-werkmap (.xlsx) die gelezen kan worden. Open het bestand in Excel en sla het opnieuw op als "Excel-werkmap (.xlsx)" of als "CSV UTF-8".',
    en: 'This is no Excel workbook (.xlsx) that can be read. Open the file in Excel and save it again as "Excel Workbook (.xlsx)" or as "CSV UTF-8".',
  },
  'workbook-too-large': {
    nl: 'De werkmap is uitgepakt groter dan 64 MB. Houd één blad over met alleen de contracten, of splits het bestand.',
    en: 'Unpacked the workbook is larger than 64 MB. Keep one sheet with the contracts only, or split the file.',
  },
  'workbook-old-or-locked': {
    nl: 'Dit is een oude werkmap (.xls), of een met een wachtwoord. Sla het bestand in Excel op als "Excel-werkmap (.xlsx)", zonder wachtwoord.',
    en: 'This is an old workbook (.xls), or one with a password. Save the file in Excel as "Excel Workbook (.xlsx)", without password.',
  },
  'quotes-unbalanced': {
    nl: 'Een aanhalingsteken wordt geopend en niet (op tijd) gesloten. Sluit de cel met ", en schrijf een aanhalingsteken binnen een cel dubbel: "".',
    en: 'A quotation mark is opened and not closed (in time). Close the cell with ", and write a quotation mark within a cell twice: "".',
  },
  'quotes-misplaced': {
    nl: 'Er staat een los aanhalingsteken in een cel. Zet de hele cel tussen aanhalingstekens en schrijf het teken erbinnen dubbel: "".',
    en: 'A cell holds a loose quotation mark. Put the whole cell between quotation marks and write the mark within it twice: "".',
  },
  'row-too-long': {
    nl: 'De regel heeft {found} cellen, de kopregel {expected}. Zet een cel waarin het scheidingsteken {separator} voorkomt tussen aanhalingstekens.',
    en: 'The row has {found} cells, the header {expected}. Put a cell that holds the separator {separator} between quotation marks.',
  },
  'row-too-short': {
    nl: 'De regel heeft {found} cellen, de kopregel {expected}. Laat lege cellen staan; een regeleinde binnen een cel hoort tussen aanhalingstekens.',
    en: 'The row has {found} cells, the header {expected}. Keep empty cells; a line break within a cell belongs between quotation marks.',
  },
  'cell-without-header': {
    nl: 'Boven deze cel staat geen kop. Maak de cel leeg, of geef de kolom een kop.',
    en: 'There is no header above this cell. Empty the cell, or give the column a header.',
  },
  'cell-of-fault': {
    nl: "'{header}' toont een fout van Excel ({value}). Herstel de formule, of typ wat er moet staan.",
    en: "'{header}' shows a fault of Excel ({value}). Mend the formula, or type what it must say.",
  },
  'too-many-cells': {
    nl: 'De regel heeft meer dan {limit} cellen. Dit lijkt geen contractenlijst; exporteer alleen de genoemde kolommen.',
    en: 'The row has more than {limit} cells. This does not look like a list of contracts; export the named columns only.',
  },
  'column-missing': {
    nl: "De kolom '{name}' ontbreekt. Voeg hem toe; ook herkend: {aliases}.",
    en: "The column '{name}' is missing. Add it; also recognised: {aliases}.",
  },
  'column-unknown': {
    nl: "De kolom '{name}' is onbekend. Verwijder hem of geef hem een van deze namen: {known}.",
    en: "The column '{name}' is unknown. Remove it or give it one of these names: {known}.",
  },
  'column-duplicate': {
    nl: "De kolom '{name}' komt twee keer voor: als kolom {first} en kolom {second}. Laat er één staan.",
    en: "The column '{name}' occurs twice: as column {first} and column {second}. Keep one.",
  },
  'cell-empty': {
    nl: "'{header}' is leeg en moet zijn ingevuld.",
    en: "'{header}' is empty and must be filled in.",
  },
  'cell-too-long': {
    nl: 'De cel heeft {found} tekens; ten hoogste {limit} wordt bewaard. Kort de tekst in.',
    en: 'The cell has {found} characters; at most {limit} is kept. Shorten the text.',
  },
  'control-character': {
    nl: 'De cel bevat een onzichtbaar stuurteken ({character}). Verwijder het of typ de cel opnieuw.',
    en: 'The cell holds an invisible control character ({character}). Remove it or type the cell again.',
  },
  'formula-like': {
    nl: "De cel begint met '{character}' en zou in een spreadsheet als formule worden uitgevoerd. Zet er een woord voor, of haal het teken weg.",
    en: "The cell starts with '{character}' and a spreadsheet would run it as a formula. Put a word before it, or remove the mark.",
  },
  'bsn-like': {
    nl: "In '{header}' staat een getal dat een burgerservicenummer kan zijn. Persoonsnummers horen hier niet: verwijder het. Is het een ander nummer, zoals een telefoon- of contractnummer, bevestig dat dan met een reden (op de opdrachtregel: --confirm).",
    en: "'{header}' holds a number that may be a citizen service number (BSN). Personal numbers do not belong here: remove it. If it is another number, such as a phone or contract number, confirm that with a reason (on the command line: --confirm).",
  },
  'bsn-like-elsewhere': {
    nl: "In '{header}' staat een getal dat een burgerservicenummer kan zijn. Verwijder het; schrijf een bedrag met twee decimalen.",
    en: "'{header}' holds a number that may be a citizen service number (BSN). Remove it; write an amount with two decimals.",
  },
  'confirmation-faulty': {
    nl: 'De bevestiging voor deze cel klopt niet ({field}): {why}',
    en: 'The confirmation for this cell is not right ({field}): {why}',
  },
  'confirmation-misplaced': {
    nl: 'Hier staat geen cel met tekst die dit nummer bevat, of het kan geen BSN zijn. Verbeter regel, kolom of nummer van de bevestiging, of laat haar weg.',
    en: 'No cell with text that holds this number stands here, or it cannot be a BSN. Mend line, column or number of the confirmation, or leave it out.',
  },
  'kind-unknown': {
    nl: "'{value}' is geen soort opdracht. Schrijf werk, dienst of levering.",
    en: "'{value}' is not a kind of contract. Write werk, dienst or levering.",
  },
  'decimal-comma': {
    nl: "'{value}' is met een decimale komma geschreven, en er wordt een punt verwacht. Lees het bestand met decimale komma's (--decimals comma), of schrijf {suggestion}.",
    en: "'{value}' is written with a decimal comma where a point is expected. Read the file with decimal commas (--decimals comma), or write {suggestion}.",
  },
  'decimal-point': {
    nl: "'{value}' is met een decimale punt geschreven, en er wordt een komma verwacht. Lees het bestand met decimale punten (--decimals point), of schrijf {suggestion}.",
    en: "'{value}' is written with a decimal point where a comma is expected. Read the file with decimal points (--decimals point), or write {suggestion}.",
  },
  'thousands-ambiguous': {
    nl: "'{value}' kan een duizendtal zijn of drie decimalen hebben. Schrijf het bedrag zonder scheidingstekens, met hooguit twee decimalen, of lees het bestand met decimale komma's (--decimals comma) als de punten duizendtallen scheiden.",
    en: "'{value}' may be thousands or may have three decimals. Write the amount without thousands separators and with at most two decimals, or read the file with decimal commas (--decimals comma) if points separate thousands.",
  },
  'number-unreadable': {
    nl: "'{value}' is geen getal. Schrijf alleen cijfers, met hooguit twee decimalen, bijvoorbeeld {example}.",
    en: "'{value}' is not a number. Write digits only, with at most two decimals, for example {example}.",
  },
  'number-too-large': {
    nl: "'{value}' heeft meer dan {limit} cijfers voor de decimalen. Controleer het bedrag.",
    en: "'{value}' has more than {limit} digits before the decimals. Check the amount.",
  },
  'not-positive': {
    nl: "'{header}' moet groter zijn dan nul; er staat {value}.",
    en: "'{header}' must be greater than zero; it says {value}.",
  },
  'percent-out-of-range': {
    nl: "'{header}' is een percentage van 0 tot en met 100; er staat {value}.",
    en: "'{header}' is a percentage from 0 to 100; it says {value}.",
  },
  'date-unreadable': {
    nl: "'{value}' is geen bestaande datum. Schrijf jjjj-mm-dd of dd-mm-jjjj, bijvoorbeeld 2027-01-31 of 31-01-2027.",
    en: "'{value}' is not an existing date. Write yyyy-mm-dd or dd-mm-yyyy, for example 2027-01-31 or 31-01-2027.",
  },
  'date-implausible': {
    nl: "'{value}' ligt meer dan {limit} jaar van {asOf}. Controleer het jaartal.",
    en: "'{value}' is more than {limit} years from {asOf}. Check the year.",
  },
  'end-before-start': {
    nl: 'Het contract eindigt op {value}, vóór het begint ({start}). Verbeter een van beide datums.',
    en: 'The contract ends on {value}, before it starts ({start}). Correct one of the two dates.',
  },
  'kenmerk-duplicate': {
    nl: "Het kenmerk '{value}' staat al op regel {first} en nu weer op regel {line}. Geef elk contract een eigen kenmerk.",
    en: "The reference '{value}' already stands on line {first} and again on line {line}. Give each contract a reference of its own.",
  },
  'kenmerk-known': {
    nl: "Contract '{value}' is er al. Haal de regel weg.",
    en: "Contract '{value}' exists already. Remove the row.",
  },
} as const satisfies Record<string, Template>;

export type ProblemCode = keyof typeof problemTexts;
