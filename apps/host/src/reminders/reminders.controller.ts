import { MOST_LISTED, type Ledger, type ReminderAct } from '@samenwerkt/ledger';
import { type Sender } from '@samenwerkt/reminders';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../dto/contract.dto.js';
import { RequestError } from '../http/errors.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { called } from '../people/called.js';
import { filterOf, rescheduleOf } from './asked.js';
import { cursorOf, placeOf } from './cursor.js';
import { presentDossier, presentLine } from './present.js';
import { previewOf } from './preview.js';
import { ReasonDto, ReminderCountQuery, ReminderListQuery, RescheduleDto } from './reminder.dto.js';
import { SENDER } from './sender.js';

@ApiTags('reminders')
@Controller('reminders')
export class RemindersController {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @Inject(SENDER) private readonly sender: Sender,
  ) {}

  @Get()
  @Needs('reminders.read')
  @ApiOkResponse({ schema: answer('Reminders') })
  @ApiOperation({
    summary: 'Zoek herinneringen',
    description:
      'Eerste eerst, per bladzijde; alle voorwaarden samen. Met q bekijkt een bladzijde hoogstens 5.000 herinneringen: zij kan korter zijn dan gevraagd terwijl er meer is. Ga door zolang er een nextCursor is. Met skip in plaats van cursor begint de bladzijde na zoveel herinneringen.',
  })
  async list(@Who() who: Identity, @Query() query: ReminderListQuery, @InLanguage() language: Language) {
    const { items, next } = await this.part(who.organisation, query);
    return { items: items.map((line) => presentLine(line, language)), nextCursor: cursorOf(next) };
  }

  @Get('count')
  @Needs('reminders.read')
  @ApiOkResponse({ schema: answer('ReminderCount') })
  @ApiOperation({
    summary: 'Tel de herinneringen die aan de voorwaarden voldoen',
    description: `Er wordt geteld tot ${MOST_LISTED}; dat getal betekent: zoveel of meer.`,
  })
  async count(@Who() { organisation }: Identity, @Query() query: ReminderCountQuery) {
    return { count: await this.ledger.reminders.count(organisation, filterOf(query)), countedTo: MOST_LISTED };
  }

  @Get(':id')
  @Needs('reminders.read')
  @ApiOkResponse({ schema: answer('Reminder') })
  @ApiOperation({ summary: 'Een herinnering: waarom zij er is, wanneer zij uitgaat, aan wie, en wat ervan werd' })
  show(@Who() { organisation }: Identity, @Param() { id }: IdParam, @InLanguage() language: Language) {
    return this.dossier(organisation, id, language);
  }

  @Get(':id/preview')
  @Needs('reminders.read')
  @ApiOkResponse({ schema: answer('ReminderPreview') })
  @ApiOperation({ summary: 'Het bericht zoals het nu zou uitgaan' })
  preview(@Who() { organisation }: Identity, @Param() { id }: IdParam) {
    return previewOf(this.ledger, organisation, id, this.sender);
  }

  @Post(':id/retries')
  @Needs('reminders.act')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('Reminder') })
  @ApiOperation({ summary: 'Probeer opnieuw wat mislukte of werd overgeslagen', description: '409 als dat niet kan.' })
  retry(
    @Who() who: Identity,
    @Param() { id }: IdParam,
    @Body() { reason }: ReasonDto,
    @InLanguage() language: Language,
  ) {
    return this.act(who, id, { act: 'retry' }, reason, language);
  }

  @Post(':id/cancellations')
  @Needs('reminders.act')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('Reminder') })
  @ApiOperation({ summary: 'Sla een herinnering over: zij gaat niet uit', description: '409 als dat niet meer kan.' })
  skip(
    @Who() who: Identity,
    @Param() { id }: IdParam,
    @Body() { reason }: ReasonDto,
    @InLanguage() language: Language,
  ) {
    return this.act(who, id, { act: 'skip' }, reason, language);
  }

  @Patch(':id')
  @Needs('reminders.act')
  @ApiOkResponse({ schema: answer('Reminder') })
  @ApiOperation({
    summary: 'Verzet een herinnering naar een ander moment',
    description: 'De uiterste datum waar zij over gaat verandert niet. 409 als het niet meer kan.',
  })
  reschedule(
    @Who() who: Identity,
    @Param() { id }: IdParam,
    @Body() body: RescheduleDto,
    @InLanguage() language: Language,
  ) {
    return this.act(who, id, rescheduleOf(body), body.reason, language);
  }

  /** @throws RequestError when it is said in two ways where the part begins */
  private async part(organisation: string, { limit, cursor, skip, ...conditions }: ReminderListQuery) {
    const filter = filterOf(conditions);
    if (skip === undefined) return this.ledger.reminders.page(organisation, filter, limit, placeOf(cursor));
    if (cursor === undefined && conditions.q === undefined)
      return this.ledger.reminders.part(organisation, filter, limit, skip);
    throw new RequestError('place-unclear', 400, {
      nl: 'skip gaat niet samen met cursor of q; laat skip weg en ga door met nextCursor.',
      en: 'skip does not go with cursor or q; leave skip out and go on with nextCursor.',
    });
  }

  private async act(who: Identity, id: string, act: ReminderAct, reason: string, language: Language) {
    const { organisation, actor } = who;
    await this.ledger.reminders.act({ organisation, id, act, actorId: actor.id, reason });
    return this.dossier(organisation, id, language);
  }

  private async dossier(organisation: string, id: string, language: Language) {
    const dossier = await this.ledger.reminders.get(organisation, id);
    const actors = dossier.acts.map(({ actorId }) => actorId);
    return presentDossier(dossier, await called(this.ledger, organisation, actors, language), language);
  }
}
