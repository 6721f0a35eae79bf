import { EventRefused, type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { IdParam } from '../dto/contract.dto.js';
import { DryRunQuery } from '../dto/partnership.dto.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { presentReceipt } from '../partnerships/present.js';
import { MigrationDto } from './pack-migration.dto.js';
import { presentMove } from './present.js';

@ApiTags('pack-migrations')
@Controller('partnerships/:id/pack-migrations')
export class PartnershipMigrationsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Post()
  @Needs('packs.migrate')
  @ApiCreatedResponse({ schema: answer('Receipt') })
  @ApiOkResponse({ schema: answer('MigrationPreview'), description: 'Met dryRun=true: wat er zou veranderen' })
  @ApiOperation({
    summary: 'Zet een partnerschap over op een andere versie, of op een ander regelpakket',
    description:
      'Het wordt een gebeurtenis in de geschiedenis; wat vastligt verandert niet. 409 bij een andere versie van het partnerschap, 422 met de reden bij een weigering.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  async migrate(
    @Who() who: Identity,
    @Param() { id }: IdParam,
    @Body() { name, version, reden, expectedVersion }: MigrationDto,
    @Query() { dryRun }: DryRunQuery,
    @Headers('idempotency-key') key: string | undefined,
    @InLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { writer } = this.ledger;
    const to = { name: name ?? (await this.packOf(who.organisation, id)), version };
    const { organisation, actor } = who;
    const command = { organisation, actor, ...idempotencyKey(key), partnership: id, to, reden, expectedVersion };
    if (dryRun !== true) return presentReceipt(await writer.migrate(command), language);
    const rehearsal = await writer.rehearseMigration(command);
    if (!rehearsal.preview) throw new EventRefused(rehearsal.decision);
    void reply.status(200);
    return presentMove(rehearsal, language);
  }

  private async packOf(organisation: string, id: string): Promise<string> {
    return (await this.ledger.partnerships.get(organisation, id)).partnership.pack.name;
  }
}
