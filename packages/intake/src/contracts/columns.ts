/** The columns a contract export may have. */
export type ColumnName =
  | 'kenmerk'
  | 'titel'
  | 'leverancier'
  | 'categorie'
  | 'soort'
  | 'waarde'
  | 'loonsom'
  | 'arbeidsaandeel'
  | 'start'
  | 'einde'
  | 'verlenging'
  | 'procedure';

export interface Column {
  readonly name: ColumnName;
  /** Whether the column must be there and every cell in it filled in. */
  readonly required: boolean;
  readonly kind: 'text' | 'kind' | 'euro' | 'percent' | 'date';
  /** What procurement systems call it in their exports; case, spaces and punctuation do not matter. */
  readonly aliases: readonly string[];
  /** Most characters the engine takes for this fact, when that is not the usual `longestCell`. */
  readonly longest?: number;
}

/** Most characters of a cell. */
export const longestCell = 200;

/** In the order in which the product writes them. */
export const columns: readonly Column[] = [
  {
    name: 'kenmerk',
    required: true,
    longest: 64,
    kind: 'text',
    aliases: ['contractnummer', 'contractkenmerk', 'contract-ID', 'referentie', 'zaaknummer'],
  },
  {
    name: 'titel',
    required: true,
    kind: 'text',
    aliases: ['contractnaam', 'contracttitel', 'omschrijving', 'onderwerp'],
  },
  {
    name: 'leverancier',
    required: true,
    kind: 'text',
    aliases: ['opdrachtnemer', 'contractpartij', 'leveranciersnaam', 'naam leverancier', 'crediteur'],
  },
  {
    name: 'categorie',
    required: true,
    kind: 'text',
    aliases: ['inkoopcategorie', 'inkooppakket', 'productgroep'],
  },
  { name: 'soort', required: true, kind: 'kind', aliases: ['soort opdracht', 'type opdracht', 'aard'] },
  {
    name: 'waarde',
    required: true,
    kind: 'euro',
    aliases: [
      'contractwaarde',
      'opdrachtwaarde',
      'opdrachtsom',
      'waarde excl. btw',
      'contractwaarde excl. btw',
      'opdrachtwaarde excl. btw',
    ],
  },
  { name: 'loonsom', required: false, kind: 'euro', aliases: ['loonkosten', 'loonsom (euro)'] },
  {
    name: 'arbeidsaandeel',
    required: false,
    kind: 'percent',
    aliases: ['arbeidscomponent', 'aandeel arbeid', 'arbeidsaandeel (%)'],
  },
  { name: 'start', required: false, kind: 'date', aliases: ['startdatum', 'ingangsdatum', 'begindatum'] },
  { name: 'einde', required: false, kind: 'date', aliases: ['einddatum', 'expiratiedatum', 'afloopdatum'] },
  {
    name: 'verlenging',
    required: false,
    kind: 'text',
    aliases: ['verlengingsoptie', 'verlengingsopties', 'optiejaren'],
  },
  {
    name: 'procedure',
    required: false,
    kind: 'text',
    aliases: ['aanbestedingsprocedure', 'inkoopprocedure'],
  },
];

const byWrittenName = new Map(
  columns.flatMap((column) => [column.name, ...column.aliases].map((name) => [plain(name), column])),
);

/** The column a header means, or undefined when no column is called that. */
export function columnCalled(header: string): Column | undefined {
  return byWrittenName.get(plain(header));
}

function plain(header: string): string {
  return header
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
