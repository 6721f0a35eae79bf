import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery, pageOf } from '../dto/page.query.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { candidateOf } from './candidate.js';
import { presentReport, presentRow } from './present.js';
import { NewRegressionDto, RegressionParam } from './regression.dto.js';

@ApiTags('rule-packs')
@Controller('rule-packs/:name/regressions')
export class RegressionsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Post()
  @Needs('packs.regress')
  @HttpCode(202)
  @ApiAcceptedResponse({ schema: answer('Regression') })
  @ApiOperation({
    summary: 'Speel de geschiedenis van alle partnerschappen met dit pakket na onder een kandidaat',
    description:
      'Loopt op de achtergrond; volg het met het id. 409 als er al een loopt, 422 met alle fouten als de kandidaat niet deugt. Er wordt niets gewijzigd.',
  })
  async start(
    @Who() { organisation, actor }: Identity,
    @Param('name') pack: string,
    @Body() body: NewRegressionDto,
    @InLanguage() language: Language,
  ) {
    const candidate = await candidateOf(this.ledger, organisation, pack, body);
    const started = { organisation, pack, candidate, actor: actor.id };
    return presentReport(await this.ledger.regressions.start(started), language);
  }

  @Get()
  @Needs('packs.read')
  @ApiOkResponse({ schema: answer('Regressions') })
  @ApiOperation({ summary: 'Regressies van dit pakket, nieuwste eerst' })
  async list(@Who() who: Identity, @Param('name') name: string, @Query() { limit, cursor }: PageQuery) {
    const rows = await this.ledger.regressions.page(who.organisation, name, limit + 1, cursor);
    return pageOf(rows.map(presentRow), limit);
  }

  @Get(':id')
  @Needs('packs.read')
  @ApiOkResponse({ schema: answer('Regression') })
  @ApiOperation({ summary: 'Hoe ver een regressie is, en wat ze vond' })
  async show(@Who() who: Identity, @Param() { name, id }: RegressionParam, @InLanguage() language: Language) {
    return presentReport(await this.ledger.regressions.get(who.organisation, name, id), language);
  }

  @Post(':id/cancellations')
  @Needs('packs.regress')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('Regression') })
  @ApiOperation({ summary: 'Stop een regressie; wat ze vond blijft bewaard' })
  async cancel(@Who() who: Identity, @Param() { name, id }: RegressionParam, @InLanguage() language: Language) {
    const { organisation, actor } = who;
    return presentReport(await this.ledger.regressions.cancel(organisation, name, id, actor.id), language);
  }
}
