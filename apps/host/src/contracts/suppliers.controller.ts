import { type Ledger, type Supplier } from '@samenwerkt/ledger';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam, NewSupplierDto } from '../dto/contract.dto.js';
import { PageQuery, pageOf, type Page } from '../dto/page.query.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';

@ApiTags('suppliers')
@Controller('suppliers')
export class SuppliersController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('contracts.read')
  @ApiOkResponse({ schema: answer('Suppliers') })
  @ApiOperation({ summary: 'Leveranciers, nieuwste eerst' })
  async list(@Who() who: Identity, @Query() { limit, cursor }: PageQuery): Promise<Page<Supplier>> {
    return pageOf(await this.ledger.contracts.suppliers(who.scope, limit + 1, cursor), limit);
  }

  @Post()
  @Needs('contracts.manage')
  @ApiCreatedResponse({ schema: answer('Supplier') })
  @ApiOperation({ summary: 'Voeg een leverancier toe' })
  add(@Who() who: Identity, @Body() { name }: NewSupplierDto): Promise<Supplier> {
    return this.ledger.contracts.addSupplier(who.organisation, name, who.actor.id);
  }

  @Get(':id')
  @Needs('contracts.read')
  @ApiOkResponse({ schema: answer('Supplier') })
  @ApiOperation({ summary: 'Een leverancier' })
  show(@Who() who: Identity, @Param() { id }: IdParam): Promise<Supplier> {
    return this.ledger.contracts.supplier(who.scope, id);
  }
}
