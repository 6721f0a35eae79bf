import { type Ledger } from '@samenwerkt/ledger';
import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { MonthsWithoutDryRun } from './errors.js';
import { RetentionRunQuery } from './privacy.dto.js';

@ApiTags('privacy')
@Controller('retention-runs')
export class RetentionRunsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Post()
  @Needs('subjects.erase')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('RetentionRun') })
  @ApiOperation({
    summary: 'Wis nu wie de bewaartermijn voorbij is, voorgoed',
    description:
      'Dit gebeurt ook elke dag vanzelf. Wie in een lopend partnerschap genoemd wordt, blijft; het adresboek ook. Met dryRun=true: wie het zouden zijn. 409 als er geen termijn is gekozen.',
  })
  run(@Who() { organisation, actor }: Identity, @Query() { dryRun = false, months }: RetentionRunQuery) {
    if (dryRun) return this.ledger.retention.preview(organisation, months);
    if (months !== undefined) throw new MonthsWithoutDryRun();
    return this.ledger.retention.run(organisation, actor.id);
  }
}
