import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { JsonExpected } from '../http/errors.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { presentVersion } from './present.js';
import { PublicationDto, WithdrawalDto } from './rule-pack.dto.js';

@ApiTags('rule-packs')
@Controller('rule-packs/:name/versions/:version')
export class RulePackLifeController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Post('publications')
  @Needs('packs.publish')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('RulePackVersion') })
  @ApiOperation({
    summary: 'Publiceer een concept: nieuwe partnerschappen beginnen eronder, en het verandert niet meer',
    description:
      'Opnieuw publiceren verandert niets. 422 met het rapport bij fouten of mislukte tests, of als het nummer niet hoger is dan wat al gepubliceerd is; 409 als het concept intussen is vervangen of de versie is vervallen. 403 als het pakket vier ogen vraagt en u deze inhoud hebt aangeboden; `may` noemt wie wel mag publiceren.',
  })
  async publish(
    @Who() { organisation, actor }: Identity,
    @Param('name') name: string,
    @Param('version') version: string,
    @Body() { digest }: PublicationDto,
    @Headers('content-type') type: string | undefined,
  ) {
    // A page elsewhere can make a browser post nothing at all here, but not JSON.
    if (type === undefined) throw new JsonExpected();
    const step = { organisation, name, version, digest, actor: actor.id };
    return presentVersion(await this.ledger.registry.publish(step));
  }

  @Post('withdrawals')
  @Needs('packs.withdraw')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('RulePackVersion') })
  @ApiOperation({
    summary: 'Trek een gepubliceerde versie in, vandaag of later',
    description:
      'Vanaf endsOn begint er niets nieuws onder; wat loopt blijft ermee beoordeeld. Dezelfde intrekking opnieuw verandert niets. 409 met de staat als het een concept is, vervallen is, of al anders is ingetrokken.',
  })
  async withdraw(
    @Who() { organisation, actor }: Identity,
    @Param('name') name: string,
    @Param('version') version: string,
    @Body() { replacedBy, ...body }: WithdrawalDto,
  ) {
    const by = replacedBy && { name: replacedBy.name ?? name, version: replacedBy.version };
    const step = { organisation, name, version, ...body, replacedBy: by, actor: actor.id };
    return presentVersion(await this.ledger.registry.withdraw(step));
  }
}
