import { type Ledger } from '@samenwerkt/ledger';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { InjectLedger } from '../ledger.module.js';

@ApiTags('rule-packs')
@Controller('rule-packs')
export class RulePacksController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @ApiOkResponse({ schema: answer('RulePacks') })
  @ApiOperation({ summary: 'Regelpakketten en hun versies' })
  async list(@Who() who: Identity) {
    const packs = await this.ledger.shelf.list(who.organisation);
    return { items: packs.map(({ ref, loadedAt }) => ({ ...ref, loadedAt })) };
  }

  @Get(':name/versions/:version')
  @ApiOkResponse({ schema: answer('RulePack') })
  @ApiOperation({ summary: 'Een versie van een regelpakket: parameters met waarden en bronnen, en regels' })
  async show(@Who() who: Identity, @Param('name') name: string, @Param('version') version: string) {
    const { ref, pack } = await this.ledger.shelf.version(who.organisation, name, version);
    return {
      ...pack.manifest,
      digest: ref.digest,
      parameters: [...pack.parameters.values()],
      rules: pack.rules.map(({ rule }) => rule),
      requiredRecords: pack.requiredRecords,
    };
  }
}
