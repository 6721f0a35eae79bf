import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Get, Logger, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsString, ValidateNested } from 'class-validator';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { byWhom, presentPerson } from '../people/people.controller.js';
import { NewAdministratorDto } from '../people/people.dto.js';
import { InjectPost, type Post as PostOffice } from '../sign-in/post.module.js';
import { InjectPackLoader, type PackLoader } from './pack-loader.js';

const ADMINISTRATOR =
  'administrator moet een object met name en email zijn | administrator must be an object with name and email';

class NewOrganisationDto {
  @ApiProperty({ example: 'Gemeente Voorbeeld', maxLength: 200 })
  @IsString({ message: 'name moet tekst zijn | name must be text' })
  name!: string;

  @ApiProperty({ type: NewAdministratorDto, description: 'De eerste beheerder; wordt uitgenodigd' })
  @IsObject({ message: ADMINISTRATOR })
  @ValidateNested({ message: ADMINISTRATOR })
  @Type(() => NewAdministratorDto)
  administrator!: NewAdministratorDto;
}

@ApiTags('organisations')
@Controller()
export class OrganisationsController {
  private readonly logger = new Logger('Organisations');

  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectPost() private readonly post: PostOffice,
    @InjectPackLoader() private readonly loadPacks: PackLoader,
  ) {}

  @Get('organisation')
  @Needs('organisation.read')
  @ApiOkResponse({ schema: answer('Organisation') })
  @ApiOperation({ summary: 'De organisatie waarvoor u bent aangemeld' })
  show(@Who() { organisation }: Identity) {
    return this.ledger.organisations.get(organisation);
  }

  @Get('organisations')
  @Needs('installation.manage')
  @ApiOkResponse({ schema: answer('Organisations') })
  @ApiOperation({ summary: 'Alle organisaties van deze installatie' })
  async list() {
    return { items: await this.ledger.organisations.list() };
  }

  @Post('organisations')
  @Needs('installation.manage')
  @ApiCreatedResponse({ schema: answer('NewOrganisation') })
  @ApiOperation({
    summary: 'Voeg een organisatie toe, met haar eerste beheerder',
    description: 'Beide of geen van beide.',
  })
  async add(@Who() who: Identity, @Body() { name, administrator }: NewOrganisationDto) {
    const added = await this.ledger.organisations.add(name, administrator, byWhom(who));
    this.post.nudge();
    for (const note of await this.loadPacks(added.organisation.id)) this.logger.warn(note);
    return { ...added.organisation, administrator: presentPerson(added.administrator) };
  }
}
