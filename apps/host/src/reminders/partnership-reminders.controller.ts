import { type Ledger } from '@samenwerkt/ledger';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../dto/contract.dto.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { called } from '../people/called.js';
import { cursorOf, placeOf } from './cursor.js';
import { presentWithActs } from './present.js';
import { ReminderPageQuery } from './reminder.dto.js';

@ApiTags('reminders')
@Controller('partnerships/:id/reminders')
export class PartnershipRemindersController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('reminders.read')
  @ApiOkResponse({ schema: answer('PartnershipReminders') })
  @ApiOperation({ summary: 'De herinneringen van een partnerschap, met wat ermee gedaan is en door wie; eerste eerst' })
  async list(
    @Who() { organisation }: Identity,
    @Param() { id }: IdParam,
    @Query() { limit, cursor }: ReminderPageQuery,
    @InLanguage() language: Language,
  ) {
    const { items, next } = await this.ledger.reminders.ofPartnership(organisation, id, limit, placeOf(cursor));
    const actors = items.flatMap(({ acts }) => acts.map(({ actorId }) => actorId));
    const names = await called(this.ledger, organisation, actors, language);
    return { items: items.map((line) => presentWithActs(line, names, language)), nextCursor: cursorOf(next) };
  }
}
