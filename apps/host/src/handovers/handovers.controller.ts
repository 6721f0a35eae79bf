import { type HandoverOutcome, type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '../dto/partnership.dto.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { HandoverDto } from './handover.dto.js';

@ApiTags('handovers')
@Controller('handovers')
export class HandoversController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Post()
  @Needs('partnerships.handOver')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('Handover') })
  @ApiOperation({
    summary: 'Draag al het lopende werk van een coördinator over, met per partnerschap één gebeurtenis',
    description:
      'Elk voor zich, hoogstens 2.000: wat bij het ene niet kan, houdt het andere niet tegen. Met dryRun=true: welke het zijn, en welke niet kunnen. Nog eens vragen gaat door met wat over is.',
  })
  async handOver(
    @Who() { organisation, actor }: Identity,
    @Body() { from, coordinator: to, backup, reden: reason, partnerships }: HandoverDto,
    @Query() { dryRun = false }: DryRunQuery,
    @InLanguage() language: Language,
  ) {
    const handover = { organisation, actor, from, to, backup, reason, partnerships };
    const { handovers } = this.ledger;
    const outcomes = await (dryRun ? handovers.rehearse(handover) : handovers.carryOut(handover));
    return { dryRun, items: outcomes.map((outcome) => presented(outcome, language)) };
  }
}

function presented({ partnership, title, refused }: HandoverOutcome, language: Language) {
  return {
    partnership: { id: partnership, title },
    refused: refused ? { code: refused.code, reason: refused.text[language] } : null,
  };
}
