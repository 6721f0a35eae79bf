import { eventTitle } from '@samenwerkt/engine';
import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../dto/contract.dto.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { byWhom } from '../people/people.controller.js';
import { DataSubjectsQuery, ErasureDto } from './data-subject.dto.js';

@ApiTags('data-subjects')
@Controller('data-subjects')
export class DataSubjectsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('subjects.read')
  @ApiOkResponse({ schema: answer('DataSubjects') })
  @ApiOperation({ summary: 'Wie in partnerschappen genoemd wordt, in de volgorde waarin dat voor het eerst gebeurde' })
  async list(@Who() { organisation }: Identity, @Query() { name }: DataSubjectsQuery) {
    return { items: await this.ledger.subjectRights.find(organisation, name) };
  }

  @Get(':id/export')
  @Needs('subjects.read')
  @ApiOkResponse({ schema: answer('SubjectAccess') })
  @ApiOperation({
    summary: 'Alles wat over iemand is vastgelegd (recht van inzage)',
    description:
      'Waar iemand genoemd wordt, door welke gebeurtenis en wanneer; welke herinneringen; welk mailadres; welk account.',
  })
  async access(@Who() { organisation, actor }: Identity, @Param() { id }: IdParam, @InLanguage() language: Language) {
    const { mentions, ...rest } = await this.ledger.subjectRights.access(organisation, id, actor.id);
    const titled = mentions.map((one) => ({ ...one, eventTitle: eventTitle(one.lifecycle, one.event)[language] }));
    return { ...rest, mentions: titled };
  }

  @Post(':id/erasures')
  @Needs('subjects.erase')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('Erasure') })
  @ApiOperation({
    summary: 'Wis iemand, voorgoed',
    description:
      'De sleutel van de naam wordt vernietigd; overal staat voortaan [gewist]. De keten van elke geschiedenis blijft kloppen. Wat met die naam in het adresboek staat en het account met die naam gaan mee. 409 als het al gebeurd was, of als dat account de laatste beheerder is. 403 met een API-token als er een account bij de naam hoort.',
  })
  erase(@Who() who: Identity, @Param() { id }: IdParam, @Body() { reason }: ErasureDto) {
    return this.ledger.subjectRights.erase(who.organisation, id, {
      ...{ by: byWhom(who), reason },
      inPerson: who.session !== undefined,
    });
  }
}
