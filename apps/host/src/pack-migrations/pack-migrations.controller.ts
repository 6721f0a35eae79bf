import { today } from '@samenwerkt/calendar';
import { type Ledger, type MoveSelection } from '@samenwerkt/ledger';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { IdParam } from '../dto/contract.dto.js';
import { PageQuery, pageOf } from '../dto/page.query.js';
import { DryRunQuery } from '../dto/partnership.dto.js';
import { selectionOf } from '../dto/selection.dto.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { NewMigrationDto, ResultsQuery } from './pack-migration.dto.js';
import { presentMigration, presentResult, presentSurvey } from './present.js';

@ApiTags('pack-migrations')
@Controller('pack-migrations')
export class PackMigrationsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Post()
  @Needs('packs.migrate')
  @HttpCode(202)
  @ApiAcceptedResponse({ schema: answer('MigrationReport') })
  @ApiOkResponse({ schema: answer('MigrationSurvey'), description: 'Met dryRun=true: wat er zou veranderen' })
  @ApiOperation({
    summary: 'Zet een selectie van partnerschappen over op een andere versie, of op een ander regelpakket',
    description:
      'Loopt op de achtergrond, per partnerschap een eigen gebeurtenis; volg het met het id. Nog eens vragen slaat over wat al over is. 409 als er al een loopt.',
  })
  async start(
    @Who() who: Identity,
    @Body() body: NewMigrationDto,
    @Query() { dryRun }: DryRunQuery,
    @InLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { to, reden } = body;
    const { organisation, actor } = who;
    const move: MoveSelection = {
      organisation,
      actor,
      to,
      reden,
      selection: selectionOf(body, today(this.ledger.clock())),
    };
    if (dryRun !== true) return presentMigration(await this.ledger.packMigrations.start(move));
    void reply.status(200);
    return presentSurvey(await this.ledger.packMigrations.survey(move), language);
  }

  @Get()
  @Needs('packs.read')
  @ApiOkResponse({ schema: answer('Migrations') })
  @ApiOperation({ summary: 'Selecties die zijn overgezet, nieuwste eerst' })
  async list(@Who() who: Identity, @Query() { limit, cursor }: PageQuery) {
    const rows = await this.ledger.packMigrations.page(who.organisation, limit + 1, cursor);
    return pageOf(rows.map(presentMigration), limit);
  }

  @Get(':id')
  @Needs('packs.read')
  @ApiOkResponse({ schema: answer('MigrationResults') })
  @ApiOperation({ summary: 'Hoe ver het is, en wat er van elk partnerschap werd, per bladzijde' })
  async show(
    @Who() { organisation }: Identity,
    @Param() { id }: IdParam,
    @Query() { limit, cursor, outcome }: ResultsQuery,
    @InLanguage() language: Language,
  ) {
    const { packMigrations } = this.ledger;
    const report = await packMigrations.get(organisation, id);
    const rows = await packMigrations.results(organisation, id, limit + 1, outcome, cursor);
    const items = rows.slice(0, limit).map((row) => presentResult(row, language));
    const nextCursor = rows.length > limit ? (items.at(-1)?.partnership ?? null) : null;
    return { ...presentMigration(report), results: { items, nextCursor } };
  }

  @Post(':id/cancellations')
  @Needs('packs.migrate')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('MigrationReport') })
  @ApiOperation({ summary: 'Stop het overzetten; wat over is blijft over' })
  async cancel(@Who() who: Identity, @Param() { id }: IdParam) {
    return presentMigration(await this.ledger.packMigrations.cancel(who.organisation, id, who.actor.id));
  }
}
