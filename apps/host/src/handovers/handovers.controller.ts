import { type HandoverOutcome, type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '../dto/partnership.dto.js';
import { RequestError } from '../http/errors.js';
import { momentOf } from '../http/moment.js';
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
    summary:
      'Draag lopend werk over: alles van een coördinator, of deze partnerschappen; per partnerschap één gebeurtenis',
    description:
      'Elk voor zich, hoogstens 2.000: wat bij het ene niet kan, houdt het andere niet tegen. Met dryRun=true: welke het zijn, en welke niet kunnen. Nog eens vragen gaat door met wat over is. Geef bij het uitvoeren at van dat antwoord als unchangedSince: wat intussen veranderde blijft met rust.',
  })
  async handOver(
    @Who() { organisation, actor }: Identity,
    @Body() asked: HandoverDto,
    @Query() { dryRun = false }: DryRunQuery,
    @InLanguage() language: Language,
  ) {
    mustBeClear(asked);
    const at = this.ledger.clock();
    const { from, coordinator: to, backup, reden: reason, partnerships } = asked;
    const unchangedSince = asked.unchangedSince === undefined ? undefined : momentOf(asked.unchangedSince);
    const handover = { organisation, actor, from, to, backup, reason, partnerships, unchangedSince };
    const { handovers } = this.ledger;
    const outcomes = await (dryRun ? handovers.rehearse(handover) : handovers.carryOut(handover));
    return { dryRun, at, items: outcomes.map((outcome) => presented(outcome, language)) };
  }
}

/** To whom is not guessed. @throws RequestError */
function mustBeClear({ coordinator, toBackup }: HandoverDto): void {
  if (coordinator === undefined || toBackup !== true) return;
  const message = {
    nl: 'Geef of wie coördinator wordt (coordinator), of toBackup: true; niet beide.',
    en: 'Give either who will be coordinator (coordinator), or toBackup: true; not both.',
  };
  throw new RequestError('handover-unclear', 400, message, [{ path: '/toBackup', code: 'handover-unclear', message }]);
}

function presented({ partnership, title, to, refused }: HandoverOutcome, language: Language) {
  return {
    partnership: { id: partnership, title },
    coordinator: to ?? null,
    refused: refused ? { code: refused.code, reason: refused.text[language] } : null,
  };
}
