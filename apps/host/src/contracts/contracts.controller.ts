import { type Contract, type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ContractsQuery, IdParam, NewContractDto } from '../dto/contract.dto.js';
import { pageOf, type Page } from '../dto/page.query.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';

@ApiTags('contracts')
@Controller('contracts')
export class ContractsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('contracts.read')
  @ApiOkResponse({ schema: answer('Contracts') })
  @ApiOperation({ summary: 'Contracten, nieuwste eerst' })
  async list(@Who() who: Identity, @Query() { limit, cursor, kenmerk }: ContractsQuery): Promise<Page<Contract>> {
    return pageOf(await this.ledger.contracts.page(who.scope, limit + 1, cursor, kenmerk), limit);
  }

  @Post()
  @Needs('contracts.manage')
  @ApiCreatedResponse({ schema: answer('Contract') })
  @ApiOperation({ summary: 'Voeg een contract toe' })
  async add(@Who() who: Identity, @Body() contract: NewContractDto): Promise<Contract | undefined> {
    const [added] = await this.ledger.contracts.add(who.organisation, [contract], who.actor.id);
    return added;
  }

  @Get(':id')
  @Needs('contracts.read')
  @ApiOkResponse({ schema: answer('Contract') })
  @ApiOperation({ summary: 'Een contract' })
  show(@Who() who: Identity, @Param() { id }: IdParam): Promise<Contract> {
    return this.ledger.contracts.get(who.scope, id);
  }
}
