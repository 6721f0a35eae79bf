import { type Ledger, type Person } from '@samenwerkt/ledger';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { ErasureDto } from '../data-subjects/data-subject.dto.js';
import { IdParam } from '../dto/contract.dto.js';
import { PageQuery, pageOf } from '../dto/page.query.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { InjectPost, type Post as PostOffice } from '../sign-in/post.module.js';
import { NewPersonDto, PersonChangeDto } from './people.dto.js';

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectPost() private readonly post: PostOffice,
  ) {}

  @Get()
  @Needs('people.read')
  @ApiOkResponse({ schema: answer('People') })
  @ApiOperation({ summary: 'Mensen van de organisatie en hun rollen, nieuwste eerst' })
  async list(@Who() { organisation }: Identity, @Query() { limit, cursor }: PageQuery) {
    const people = await this.ledger.people.page(organisation, limit + 1, cursor);
    return pageOf(people.map(presentPerson), limit);
  }

  @Post()
  @Needs('people.manage')
  @ApiCreatedResponse({ schema: answer('Person') })
  @ApiOperation({
    summary: 'Nodig iemand uit',
    description:
      'Er gaat een bericht uit met een link om een wachtwoord te kiezen, een week geldig. 409 als het adres er al is.',
  })
  async invite(@Who() who: Identity, @Body() body: NewPersonDto) {
    const person = await this.ledger.people.invite(who.organisation, body, byWhom(who));
    this.post.nudge();
    return presentPerson(person);
  }

  @Get(':id')
  @Needs('people.read')
  @ApiOkResponse({ schema: answer('Person') })
  @ApiOperation({ summary: 'Iemand, met zijn rollen en wie die wanneer gaf' })
  async show(@Who() { organisation }: Identity, @Param() { id }: IdParam) {
    return presentPerson(await this.ledger.people.get(organisation, id));
  }

  @Patch(':id')
  @Needs('people.manage')
  @ApiOkResponse({ schema: answer('Person') })
  @ApiOperation({
    summary: 'Geef iemand andere rollen, of blokkeer iemand',
    description:
      'Werkt meteen: alle aanmeldingen van die persoon eindigen. Blokkeren trekt ook API-tokens en agenda-adressen in, voorgoed. 409 voor de laatste beheerder.',
  })
  async change(@Who() who: Identity, @Param() { id }: IdParam, @Body() body: PersonChangeDto) {
    return presentPerson(await this.ledger.people.change(who.organisation, id, body, byWhom(who)));
  }

  @Post(':id/erasures')
  @HttpCode(204)
  @Needs('people.manage')
  @ApiNoContentResponse({ description: 'Het account is weg' })
  @ApiOperation({
    summary: 'Wis een account, voorgoed',
    description:
      'Naam en mailadres zijn daarna onleesbaar; aanmeldingen, API-tokens en agenda-adressen eindigen meteen. Wat iemand deed blijft staan, zonder naam. Waar iemand in partnerschappen genoemd wordt, wist POST /data-subjects/{id}/erasures. 409 voor de laatste beheerder.',
  })
  async erase(@Who() who: Identity, @Param() { id }: IdParam, @Body() { reason }: ErasureDto): Promise<void> {
    await this.ledger.people.erase(who.organisation, id, reason, byWhom(who));
  }

  @Post(':id/invitations')
  @HttpCode(202)
  @Needs('people.manage')
  @ApiResponse({ status: 202, description: 'Het bericht gaat uit' })
  @ApiOperation({ summary: 'Stuur de uitnodiging nog eens' })
  async inviteAgain(@Who() { organisation, actor }: Identity, @Param() { id }: IdParam): Promise<void> {
    await this.ledger.people.inviteAgain(organisation, id, actor);
    this.post.nudge();
  }
}

/** Who gives or takes roles, and what they may give. */
export function byWhom({ actor, roles }: Identity) {
  return { id: actor.id, roles };
}

export function presentPerson({ organisation: _organisation, ...person }: Person) {
  return person;
}
