import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { AddressDto, AddressParam } from './address.dto.js';

@ApiTags('reminders')
@Controller('addresses')
export class AddressesController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('addresses.read')
  @ApiOkResponse({ schema: answer('Addresses') })
  @ApiOperation({
    summary: 'Mailadressen van rollen, functies en personen, en wie er nog geen heeft',
    description:
      'missing noemt de namen die open herinneringen en partnerschappen gebruiken en die geen adres hebben, met het adres dat in hun plaats geldt (null: geen).',
  })
  async list(@Who() { organisation }: Identity) {
    const { addresses } = this.ledger;
    return { items: await addresses.list(organisation), missing: await addresses.missing(organisation) };
  }

  @Put(':name')
  @Needs('addresses.manage')
  @ApiOkResponse({ schema: answer('Address') })
  @ApiOperation({ summary: 'Leg vast waar post voor een rol, functie of persoon heen gaat, en in welke taal' })
  put(
    @Who() { organisation, actor }: Identity,
    @Param() { name }: AddressParam,
    @Body() { email, language }: AddressDto,
  ) {
    return this.ledger.addresses.put(organisation, { name, email, language }, actor.id);
  }

  @Delete(':name')
  @Needs('addresses.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOperation({ summary: 'Haal een adres weg; post gaat dan naar de coördinator van het partnerschap' })
  async remove(@Who() { organisation, actor }: Identity, @Param() { name }: AddressParam) {
    await this.ledger.addresses.remove(organisation, name, actor.id);
  }
}
