import { cadenceOf, diffPolicies } from '@samenwerkt/engine';
import { readPackArchive, writePackArchive } from '@samenwerkt/intake';
import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { ARCHIVE_TYPES, ArchiveMisplaced } from '../http/archive-body.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { called } from '../people/called.js';
import { presentDifference, presentReport, presentVersion } from './present.js';
import { DifferencesQuery, DigestQuery, RulePacksQuery } from './rule-pack.dto.js';

@ApiTags('rule-packs')
@Controller('rule-packs')
export class RulePacksController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('packs.read')
  @ApiOkResponse({ schema: answer('RulePacks') })
  @ApiOperation({ summary: 'Regelpakketten en hun versies, met hun staat' })
  async list(@Who() who: Identity, @Query() { state }: RulePacksQuery) {
    const packs = await this.ledger.shelf.list(who.organisation);
    return { items: packs.filter((pack) => state === undefined || pack.state === state).map(presentVersion) };
  }

  @Post()
  @Needs('packs.upload')
  @ApiConsumes(...ARCHIVE_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' }, description: 'Een tar.gz of een zip, hoogstens 6 MB' })
  @ApiCreatedResponse({ schema: answer('UploadedRulePack') })
  @ApiOkResponse({ schema: answer('UploadedRulePack'), description: 'Precies dit was er al' })
  @ApiOperation({
    summary: 'Bied een regelpakket aan; het wordt een concept',
    description:
      'Vervangt het concept van dezelfde versie. 422 met alle fouten als het niet laadt, of de reden als het archief niet deugt; er wordt dan niets bewaard. 409 als de versie al gepubliceerd is met andere inhoud.',
  })
  async upload(
    @Who() who: Identity,
    @Body() body: unknown,
    @InLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (!Buffer.isBuffer(body)) throw new ArchiveMisplaced(true);
    const command = { organisation: who.organisation, files: readPackArchive(body), actor: who.actor.id };
    const { outcome, pack, report } = await this.ledger.registry.upload(command);
    void reply.status(outcome === 'present' ? 200 : 201);
    return { outcome, ...presentVersion(pack), report: presentReport(report, language) };
  }

  @Get(':name/versions/:version')
  @Needs('packs.read')
  @ApiOkResponse({ schema: answer('RulePack') })
  @ApiOperation({
    summary: 'Een versie van een regelpakket: staat, rapport, wat ermee is gedaan, parameters met bronnen, en regels',
  })
  async show(
    @Who() { organisation }: Identity,
    @Param('name') name: string,
    @Param('version') version: string,
    @InLanguage() language: Language,
  ) {
    const { shelf, registry } = this.ledger;
    const policy = await shelf.version(organisation, name, version);
    const { pack } = policy;
    const key = { organisation, name, version };
    const events = await registry.events(key);
    const actors = events.map(({ actor }) => actor);
    const names = await called(this.ledger, organisation, actors, language);
    return {
      ...pack.manifest,
      ...presentVersion(await shelf.shelved(organisation, name, version)),
      parameters: [...pack.parameters.values()],
      rules: pack.rules.map(({ rule }) => rule),
      requiredRecords: pack.requiredRecords,
      blocks: (pack.valuation?.blocks ?? []).map(({ id, title }) => ({ id, title })),
      cadence: cadenceOf(policy).map(({ id, title }) => ({ id, title })),
      report: presentReport(await registry.report(key), language),
      events: events.map((event) => ({ ...event, actorName: names(event.actor) })),
    };
  }

  @Delete(':name/versions/:version')
  @Needs('packs.upload')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Het concept is weg' })
  @ApiOperation({ summary: 'Verwijder een concept', description: '409 als het geen concept is.' })
  async remove(
    @Who() { organisation, actor }: Identity,
    @Param('name') name: string,
    @Param('version') version: string,
    @Query() { digest }: DigestQuery,
  ): Promise<void> {
    await this.ledger.registry.remove({ organisation, name, version, digest, actor: actor.id });
  }

  @Get(':name/versions/:version/archive')
  @Needs('packs.read')
  @ApiProduces('application/gzip')
  @ApiOkResponse({ description: 'Het pakket als tar.gz: steeds dezelfde bytes' })
  @ApiOperation({ summary: 'Haal een versie op als archief' })
  async archive(
    @Who() who: Identity,
    @Param('name') name: string,
    @Param('version') version: string,
  ): Promise<StreamableFile> {
    const { ref } = await this.ledger.shelf.shelved(who.organisation, name, version);
    const bytes = writePackArchive(await this.ledger.shelf.files(who.organisation, name, version));
    return new StreamableFile(bytes, {
      type: 'application/gzip',
      disposition: `attachment; filename="${ref.name}-${ref.version}.tar.gz"`,
      length: bytes.length,
    });
  }

  @Get(':name/versions/:version/differences')
  @Needs('packs.read')
  @ApiOkResponse({ schema: answer('RulePackDifferences') })
  @ApiOperation({ summary: 'Wat een versie anders doet dan een andere, in woorden' })
  async differences(
    @Who() { organisation }: Identity,
    @Param('name') name: string,
    @Param('version') version: string,
    @Query() { from }: DifferencesQuery,
    @InLanguage() language: Language,
  ) {
    const { shelf, clock } = this.ledger;
    const at = async (one: string) => ({
      pack: (await shelf.version(organisation, name, one)).pack,
      files: await shelf.files(organisation, name, one),
    });
    const difference = diffPolicies(await at(from), await at(version), clock());
    return { name, from, to: version, ...presentDifference(difference, language) };
  }
}
