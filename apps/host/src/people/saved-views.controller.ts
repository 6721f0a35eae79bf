import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../dto/contract.dto.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { NewSavedViewDto, SavedViewDto } from './saved-views.dto.js';

@ApiTags('saved-views')
@Controller('saved-views')
export class SavedViewsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('views.own')
  @ApiOkResponse({ schema: answer('SavedViews') })
  @ApiOperation({ summary: 'De weergaven van lijsten die u bewaart, oudste eerst' })
  async list(@Who() { actor }: Identity) {
    return { items: await this.ledger.savedViews.list(actor.id) };
  }

  @Post()
  @Needs('views.own')
  @ApiCreatedResponse({ schema: answer('SavedView') })
  @ApiOperation({ summary: 'Bewaar een weergave van een lijst', description: 'Alleen voor u zelf; hoogstens 50.' })
  add(@Who() { actor }: Identity, @Body() body: NewSavedViewDto) {
    return this.ledger.savedViews.add(actor.id, body);
  }

  @Put(':id')
  @Needs('views.own')
  @ApiOkResponse({ schema: answer('SavedView') })
  @ApiOperation({ summary: 'Geef een weergave een andere naam, of laat haar iets anders tonen' })
  change(@Who() { actor }: Identity, @Param() { id }: IdParam, @Body() body: SavedViewDto) {
    return this.ledger.savedViews.change(actor.id, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('views.own')
  @ApiNoContentResponse()
  @ApiOperation({ summary: 'Verwijder een weergave' })
  async remove(@Who() { actor }: Identity, @Param() { id }: IdParam): Promise<void> {
    await this.ledger.savedViews.remove(actor.id, id);
  }
}
