import { EventRefused, type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../dto/contract.dto.js';
import { DryRunQuery, TransitionDto } from '../dto/partnership.dto.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { presentReceipt, presentRehearsal } from './present.js';

@ApiTags('partnerships')
@Controller('partnerships/:id/transitions')
export class TransitionsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Post()
  @Needs('partnerships.record')
  @HttpCode(200)
  @ApiOkResponse({ schema: { oneOf: [answer('Receipt'), answer('Rehearsal')] } })
  @ApiOperation({
    summary: 'Laat een gebeurtenis plaatsvinden',
    description:
      'Antwoordt als het op schijf staat. 409 bij een andere versie of een hergebruikte sleutel, 422 met alle redenen bij een weigering.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  async fire(
    @Who() who: Identity,
    @Param() { id }: IdParam,
    @Body() { event, data, confirmations, expectedVersion }: TransitionDto,
    @Query() { dryRun }: DryRunQuery,
    @Headers('idempotency-key') key: string | undefined,
    @InLanguage() language: Language,
  ) {
    const command = {
      ...who.scope,
      actor: who.actor,
      ...idempotencyKey(key),
      partnership: id,
      event,
      data,
      confirmations,
      expectedVersion,
    };
    if (dryRun === true) {
      const decision = await this.ledger.writer.rehearse(command);
      if (decision.outcome === 'refused') throw new EventRefused(decision);
      return presentRehearsal(decision, language);
    }
    return presentReceipt(await this.ledger.writer.submit(command), language);
  }
}
