import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../dto/contract.dto.js';
import { PageQuery, pageOf } from '../dto/page.query.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { NewApiTokenDto } from './people.dto.js';

@ApiTags('api-tokens')
@Controller('api-tokens')
export class ApiTokensController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('tokens.own')
  @ApiOkResponse({ schema: answer('ApiTokens') })
  @ApiOperation({ summary: 'Uw API-tokens, nieuwste eerst; zonder het token zelf' })
  async list(@Who() { actor }: Identity, @Query() { limit, cursor }: PageQuery) {
    return pageOf(await this.ledger.apiTokens.page(actor.id, limit + 1, cursor), limit);
  }

  @Post()
  @Needs('tokens.own')
  @ApiCreatedResponse({ schema: answer('NewApiToken') })
  @ApiOperation({
    summary: 'Maak een API-token waarmee een programma namens u vraagt',
    description:
      'Het token staat alleen in dit antwoord. Het mag nooit meer dan u zelf, en stopt als u geblokkeerd wordt.',
  })
  add(@Who() { actor }: Identity, @Body() body: NewApiTokenDto) {
    return this.ledger.apiTokens.add(actor.id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('tokens.own')
  @ApiNoContentResponse()
  @ApiOperation({ summary: 'Trek een API-token in, meteen' })
  async revoke(@Who() { actor }: Identity, @Param() { id }: IdParam): Promise<void> {
    await this.ledger.apiTokens.revoke(actor.id, id);
  }
}
