import { type ActOutcome, type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '../dto/partnership.dto.js';
import { RequestError } from '../http/errors.js';
import { InLanguage, type Language } from '../http/language.js';
import { momentOf } from '../http/moment.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { actOf, filterOf } from './asked.js';
import { ReminderActsDto } from './reminder.dto.js';

/** Most refusals that are named; the others are counted. */
const MOST_NAMED = 200;

@ApiTags('reminders')
@Controller('reminder-acts')
export class ReminderActsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Post()
  @Needs('reminders.act')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('ReminderActs') })
  @ApiOperation({
    summary: 'Doe hetzelfde met veel herinneringen: opnieuw proberen, overslaan of verzetten',
    description:
      'Elk voor zich, hoogstens 10.000: wat bij de een niet kan, houdt de andere niet tegen. Met dryRun=true: hoeveel het er zijn en welke niet kunnen. Geef bij het uitvoeren at van dat antwoord als unchangedSince: wat intussen veranderde blijft met rust.',
  })
  async act(
    @Who() { organisation, actor }: Identity,
    @Body() body: ReminderActsDto,
    @Query() { dryRun = false }: DryRunQuery,
    @InLanguage() language: Language,
  ) {
    const at = this.ledger.clock();
    const { reason, unchangedSince } = body;
    const command = { organisation, act: actOf(body), actorId: actor.id, reason, ...sinceOf(unchangedSince) };
    const ids = await this.selected(organisation, body);
    const filter = body.filter && filterOf(body.filter);
    const outcomes = await this.ledger.reminders.actOnAll(command, ids, { dryRun, filter });
    return { dryRun, act: body.act, at, ...presentOutcomes(outcomes, language) };
  }

  /** @throws RequestError unless exactly one of the two is given */
  private async selected(organisation: string, { ids, filter }: ReminderActsDto): Promise<string[]> {
    if (ids && !filter) return [...new Set(ids)];
    if (filter && !ids) return this.ledger.reminders.select(organisation, filterOf(filter));
    throw new RequestError('selection-unclear', 400, {
      nl: 'Geef of ids, of filter met voorwaarden; niet beide.',
      en: 'Give either ids, or filter with conditions; not both.',
    });
  }
}

/** Written as all moments are, so that it compares as text. */
function sinceOf(unchangedSince: string | undefined) {
  return unchangedSince === undefined ? {} : { unchangedSince: momentOf(unchangedSince) };
}

function presentOutcomes(outcomes: readonly ActOutcome[], language: Language) {
  const refused = outcomes.flatMap(({ id, refused: error }) =>
    error ? [{ id, code: error.code, reason: error.text[language] }] : [],
  );
  return {
    selected: outcomes.length,
    done: outcomes.length - refused.length,
    refusedCount: refused.length,
    refused: refused.slice(0, MOST_NAMED),
  };
}
