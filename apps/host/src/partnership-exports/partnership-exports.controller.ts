import { today } from '@samenwerkt/calendar';
import { MOST_SELECTED, SelectionTooLarge, type Ledger, type PartnershipRow } from '@samenwerkt/ledger';
import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { PartnershipSelectionDto, selectionOf } from '../dto/selection.dto.js';
import { csvOf } from '../http/csv.js';
import { InLanguage, type Language } from '../http/language.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';

/** Partnerships that are asked for together. */
const PAGE = 500;

/** What stands above each column, and in it. */
const COLUMNS: readonly {
  readonly nl: string;
  readonly en: string;
  readonly of: (row: PartnershipRow) => string | null;
}[] = [
  { nl: 'kenmerk', en: 'reference', of: ({ reference }) => reference },
  { nl: 'partnerschap', en: 'partnership', of: ({ title }) => title },
  { nl: 'leverancier', en: 'supplier', of: ({ supplier }) => supplier && supplier.name },
  { nl: 'fase', en: 'phase', of: ({ phase }) => phase },
  { nl: 'coördinator', en: 'coordinator', of: ({ coordinator }) => coordinator },
  { nl: 'volgend moment', en: 'next moment', of: ({ nextDueOn }) => nextDueOn },
  { nl: 'einde contract', en: 'contract ends', of: ({ contractEndsOn }) => contractEndsOn },
  { nl: 'regelpakket', en: 'rule pack', of: ({ pack }) => pack.name },
  { nl: 'versie', en: 'version', of: ({ pack }) => pack.version },
  { nl: 'laatst gewijzigd', en: 'last changed', of: ({ updatedAt }) => updatedAt },
  { nl: 'id', en: 'id', of: ({ id }) => id },
];

@ApiTags('partnerships')
@Controller('partnership-exports')
export class PartnershipExportsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Post()
  @Needs('partnerships.read')
  @HttpCode(200)
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @ApiOperation({
    summary: 'Een lijst van partnerschappen als CSV voor Excel',
    description: `Met puntkomma's, in UTF-8, hoogstens ${MOST_SELECTED}; wie minder ziet krijgt minder. Cellen die een rekenblad als formule zou uitvoeren krijgen een apostrof ervoor.`,
  })
  async export(
    @Who() { scope, organisation }: Identity,
    @Body() asked: PartnershipSelectionDto,
    @InLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const day = today(this.ledger.clock());
    const selection = selectionOf(asked, day);
    const filter = 'filter' in selection ? selection.filter : { ids: selection.partnerships };
    const rows: PartnershipRow[] = [];
    for (let page: PartnershipRow[] | undefined; page === undefined || page.length === PAGE;) {
      page = await this.ledger.partnerships.page(scope, filter, PAGE, rows.at(-1)?.id);
      rows.push(...page);
      if (rows.length > MOST_SELECTED) throw new SelectionTooLarge(MOST_SELECTED);
    }
    const named = await this.ledger.subjects.shown(organisation, rows, language);
    void reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="partnerschappen-${day}.csv"`,
      'cache-control': 'no-store',
    });
    return csvOf([COLUMNS.map((column) => column[language]), ...named.map((row) => COLUMNS.map(({ of }) => of(row)))]);
  }
}
