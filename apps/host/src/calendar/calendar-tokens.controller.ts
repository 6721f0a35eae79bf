import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../dto/contract.dto.js';
import { PageQuery, pageOf } from '../dto/page.query.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { NewCalendarTokenDto } from './calendar.dto.js';

@ApiTags('calendar')
@Controller('calendar-tokens')
export class CalendarTokensController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Post()
  @Needs('calendar.manage')
  @ApiCreatedResponse({ schema: answer('NewCalendarToken') })
  @ApiOperation({
    summary: 'Geef een adres uit waarmee een agenda meeleest',
    description: 'Het token staat alleen in dit antwoord. Bewaard wordt een hash; wie het kwijt is, vraagt een nieuw.',
  })
  add(@Who() { organisation, actor }: Identity, @Body() { label }: NewCalendarTokenDto) {
    return this.ledger.calendarTokens.add(organisation, label, actor.id);
  }

  @Get()
  @Needs('calendar.manage')
  @ApiOkResponse({ schema: answer('CalendarTokens') })
  @ApiOperation({ summary: 'Uitgegeven agenda-adressen, nieuwste eerst; zonder hun token' })
  async list(
    @Who() { organisation }: Identity,
    @Query() { limit, cursor }: PageQuery,
    @InLanguage() language: Language,
  ) {
    return pageOf(await this.ledger.calendarTokens.page(organisation, limit + 1, cursor, language), limit);
  }

  @Delete(':id')
  @Needs('calendar.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOperation({ summary: 'Trek een agenda-adres in' })
  async revoke(@Who() { organisation, actor }: Identity, @Param() { id }: IdParam) {
    await this.ledger.calendarTokens.revoke(organisation, id, actor.id);
  }
}
