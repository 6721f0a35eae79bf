import { type Ledger, type PrivacyChoices } from '@samenwerkt/ledger';
import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { PrivacySettingsDto } from './privacy.dto.js';

@ApiTags('privacy')
@Controller('privacy-settings')
export class PrivacySettingsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('privacySettings.read')
  @ApiOkResponse({ schema: answer('PrivacySettings') })
  @ApiOperation({ summary: 'Hoe lang namen worden bewaard, en vanaf hoeveel mensen een cijfer wordt getoond' })
  show(@Who() { organisation }: Identity): Promise<PrivacyChoices> {
    return this.ledger.privacySettings.get(organisation);
  }

  @Patch()
  @Needs('privacySettings.manage')
  @ApiOkResponse({ schema: answer('PrivacySettings') })
  @ApiOperation({
    summary: 'Wijzig die keuzen; wat u weglaat, blijft',
    description:
      'Een gewijzigde bewaartermijn werkt vanaf de volgende dag. Bekijk eerst wie zij zou wissen: POST /retention-runs?dryRun=true&months=…',
  })
  change(
    @Who() { organisation, actor }: Identity,
    @Body() { reason, eraseAfterMonths, groupMinimum }: PrivacySettingsDto,
  ): Promise<PrivacyChoices> {
    const asked = {
      ...(eraseAfterMonths !== undefined && { eraseAfterMonths }),
      ...(groupMinimum !== undefined && { groupMinimum }),
    };
    return this.ledger.privacySettings.change(organisation, { ...asked, reason, actorId: actor.id });
  }
}
