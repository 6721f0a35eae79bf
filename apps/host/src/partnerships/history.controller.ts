import { type Ledger } from '@samenwerkt/ledger';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../dto/contract.dto.js';
import { HistoryQuery } from '../dto/partnership.dto.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { presentEvent } from './present.js';

/** Events on one page of a history. */
const PAGE = 200;

@ApiTags('partnerships')
@Controller('partnerships/:id/history')
export class HistoryController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('partnerships.read')
  @ApiOkResponse({ schema: answer('History') })
  @ApiOperation({ summary: 'Wat er gebeurd is, oudste eerst' })
  async list(
    @Who() who: Identity,
    @Param() { id }: IdParam,
    @Query() { after }: HistoryQuery,
    @InLanguage() language: Language,
  ) {
    const rows = await this.ledger.histories.page(who.scope, id, after, PAGE + 1);
    const items = rows.slice(0, PAGE);
    const names = await this.ledger.people.names(
      who.organisation,
      items.map(({ actorId }) => actorId),
      language,
    );
    return {
      items: items.map((row) => presentEvent(row, names, language)),
      nextAfter: rows.length > PAGE ? (items.at(-1)?.sequence ?? null) : null,
    };
  }

  @Get('road')
  @Needs('partnerships.read')
  @ApiOkResponse({ schema: answer('Road') })
  @ApiOperation({
    summary: 'De afgelegde weg: welke staten elke gebeurtenis verliet en bereikte',
    description: 'Hoort bij de kaart van /lifecycles/{id}. Oudste eerst, de hele geschiedenis.',
  })
  async road(@Who() who: Identity, @Param() { id }: IdParam) {
    return { partnership: id, items: await this.ledger.histories.road(who.scope, id) };
  }

  @Get('verification')
  @Needs('partnerships.verify')
  @ApiOkResponse({ schema: answer('Verification') })
  @ApiOperation({
    summary: 'Controleer de keten en de momentopname',
    description: 'Een partnerschap dat niet klopt wordt apart gezet.',
  })
  verify(@Who() who: Identity, @Param() { id }: IdParam) {
    return this.ledger.caretaker.verify(who.organisation, id);
  }
}
