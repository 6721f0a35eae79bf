import { type Ledger } from '@samenwerkt/ledger';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { InLanguage, type Language } from '../http/language.js';
import { packPagesFor, pagesFor } from '../http/site.js';
import { Open } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { CalendarQuery } from './calendar.dto.js';
import { feedOf } from './feed-of.js';

/** Agendas cannot sign in: the token in the address says whose calendar it is, and nothing else does. */
@ApiTags('calendar')
@Controller('calendar.ics')
export class CalendarController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Open()
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  @ApiOperation({
    summary: 'Gesprekken en uiterste datums als agenda (RFC 5545) om op te abonneren',
    description: 'Het adres krijgt u van POST /calendar-tokens. 404 als het niet of niet meer geldt.',
  })
  async show(
    @Query() { token, recipient }: CalendarQuery,
    @InLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const organisation = await this.ledger.calendarTokens.organisationOf(token);
    const content = await feedOf(this.ledger, {
      organisation,
      recipient,
      language,
      pageOf: pagesFor(request),
      packPageOf: packPagesFor(request),
    });
    void reply.header('content-type', 'text/calendar; charset=utf-8');
    return content;
  }
}
