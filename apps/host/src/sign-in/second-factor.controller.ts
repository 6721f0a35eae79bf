import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../dto/contract.dto.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { byWhom } from '../people/people.controller.js';
import { CodeDto, CodeRolesDto } from './session.dto.js';

/** The code beside the password: one's own, that of others, and of whom it is required. */
@ApiTags('session')
@Controller()
export class SecondFactorController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get('second-factor')
  @Needs('sessions.own')
  @ApiOkResponse({ schema: answer('SecondFactor') })
  @ApiOperation({ summary: 'Of bij uw aanmelden een code wordt gevraagd, en of uw organisatie dat verplicht' })
  show(@Who() who: Identity) {
    return this.ledger.secondFactor.standing(ownerOf(who));
  }

  @Post('second-factor')
  @Needs('sessions.own')
  @ApiCreatedResponse({ schema: answer('SecondFactorSecret') })
  @ApiOperation({
    summary: 'Begin met het instellen van een code: geeft het geheim voor een authenticator-app',
    description:
      'Er verandert niets totdat u een code bevestigt. Opnieuw beginnen geeft een ander geheim. 409 als het al aan staat.',
  })
  begin(@Who() who: Identity) {
    return this.ledger.secondFactor.begin(ownerOf(who));
  }

  @Post('second-factor/confirmations')
  @Needs('sessions.own')
  @ApiCreatedResponse({ schema: answer('RecoveryCodes') })
  @ApiOperation({
    summary: 'Zet de code aan, met een code uit de app',
    description: 'Geeft tien herstelcodes, alleen deze ene keer. 422 als de code niet klopt.',
  })
  async confirm(@Who() who: Identity, @Body() { code }: CodeDto) {
    return { recoveryCodes: await this.ledger.secondFactor.confirm(ownerOf(who), code) };
  }

  @Post('second-factor/removals')
  @HttpCode(204)
  @Needs('sessions.own')
  @ApiNoContentResponse({ description: 'Er wordt geen code meer gevraagd' })
  @ApiOperation({
    summary: 'Zet de code uit, met een code uit de app of een herstelcode',
    description: '409 als uw organisatie hem verplicht; 429 met Retry-After na te veel verkeerde codes.',
  })
  async turnOff(@Who() who: Identity, @Body() { code }: CodeDto): Promise<void> {
    await this.ledger.secondFactor.turnOff(ownerOf(who), code);
  }

  @Delete('people/:id/second-factor')
  @HttpCode(204)
  @Needs('people.manage')
  @ApiNoContentResponse({
    description: 'Bij het volgende aanmelden wordt geen code gevraagd, of er wordt een nieuwe ingesteld',
  })
  @ApiOperation({
    summary: 'Wis de code van iemand die telefoon en herstelcodes kwijt is',
    description: 'Ga eerst na of u echt met die persoon spreekt. Alle aanmeldingen van die persoon eindigen.',
  })
  async reset(@Who() who: Identity, @Param() { id }: IdParam): Promise<void> {
    await this.ledger.secondFactor.reset(who.organisation, id, byWhom(who));
  }

  @Get('organisation/second-factor')
  @Needs('people.read')
  @ApiOkResponse({ schema: answer('SecondFactorRule') })
  @ApiOperation({ summary: 'Van welke rollen bij het aanmelden met een wachtwoord een code wordt gevraagd' })
  async rule(@Who() { organisation }: Identity) {
    return { roles: await this.ledger.secondFactor.requiredOf(organisation) };
  }

  @Put('organisation/second-factor')
  @Needs('people.manage')
  @ApiOkResponse({ schema: answer('SecondFactorRule') })
  @ApiOperation({
    summary: 'Verplicht een code voor deze rollen, en voor geen andere',
    description:
      'Wie er nog geen heeft, stelt hem in bij het volgende aanmelden. Wie via een aanbieder komt, merkt er niets van.',
  })
  async require(@Who() who: Identity, @Body() { roles }: CodeRolesDto) {
    await this.ledger.secondFactor.require(who.organisation, roles, byWhom(who));
    return { roles: await this.ledger.secondFactor.requiredOf(who.organisation) };
  }
}

function ownerOf({ organisation, actor }: Identity) {
  return { organisation, person: actor.id };
}
