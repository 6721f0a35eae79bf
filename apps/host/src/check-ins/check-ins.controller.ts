import { agendaFor, CONVERSATION_EVENT, nextCheckIn, openAgreements } from '@samenwerkt/engine';
import { type Ledger } from '@samenwerkt/ledger';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../dto/contract.dto.js';
import { inLanguage } from '../http/in-language.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { CheckInsQuery } from './check-ins.dto.js';
import { presentCheckIn } from './present.js';

@ApiTags('partnerships')
@Controller('partnerships/:id/check-ins')
export class CheckInsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('partnerships.read')
  @ApiOkResponse({ schema: answer('CheckIns') })
  @ApiOperation({
    summary: 'De gesprekken: wat er gehouden is, nieuwste eerst, en wanneer het volgende is',
    description: 'Een gesprek vastleggen gaat als elke gebeurtenis: POST …/transitions met gesprekVastleggen.',
  })
  async list(
    @Who() { organisation, scope }: Identity,
    @Param() { id }: IdParam,
    @Query() { limit, cursor }: CheckInsQuery,
    @InLanguage() language: Language,
  ) {
    const { partnership, policy } = await this.standing(scope, id);
    const rows = await this.ledger.histories.pageOf(organisation, id, CONVERSATION_EVENT, limit + 1, cursor);
    const items = rows.slice(0, limit);
    return {
      next: inLanguage(nextCheckIn(partnership, policy) ?? null, language),
      openAgreements: openAgreements(partnership),
      items: items.map(presentCheckIn),
      nextCursor: rows.length > limit ? (items.at(-1)?.sequence ?? null) : null,
    };
  }

  @Get('agenda')
  @Needs('agenda.read')
  @ApiOkResponse({ schema: answer('Agenda') })
  @ApiOperation({
    summary: 'De agenda die het volgende gesprek nu zou hebben',
    description: 'Voorgesteld uit wat openstaat: eerst wat te laat is, als laatste de vaste punten.',
  })
  async agenda(@Who() { scope }: Identity, @Param() { id }: IdParam, @InLanguage() language: Language) {
    const { partnership, policy } = await this.standing(scope, id);
    return {
      partnership: id,
      version: partnership.version,
      next: inLanguage(nextCheckIn(partnership, policy) ?? null, language),
      items: inLanguage(agendaFor(partnership, policy, this.ledger.clock()), language),
    };
  }

  private async standing(scope: Identity['scope'], id: string) {
    const { partnership } = await this.ledger.partnerships.get(scope, id);
    return { partnership, policy: await this.ledger.shelf.policy(scope.organisation, partnership.pack) };
  }
}
