import { today } from '@samenwerkt/calendar';
import { options, whatIf } from '@samenwerkt/engine';
import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Get, Headers, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../dto/contract.dto.js';
import { pageOf } from '../dto/page.query.js';
import { AtQuery, PartnershipsQuery, StartPartnershipDto } from '../dto/partnership.dto.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { inLanguage } from '../http/in-language.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { presentOption, presentPartnership, presentReceipt } from './present.js';

@ApiTags('partnerships')
@Controller('partnerships')
export class PartnershipsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('partnerships.read')
  @ApiOkResponse({ schema: answer('Partnerships') })
  @ApiOperation({
    summary: 'Zoek partnerschappen',
    description: 'Nieuwste eerst, per bladzijde; alle voorwaarden samen.',
  })
  async list(@Who() who: Identity, @Query() query: PartnershipsQuery) {
    const { limit, cursor, q, overdue, ...filter } = query;
    const overdueOn = overdue === true ? today(this.ledger.clock()) : undefined;
    const rows = await this.ledger.partnerships.page(who.scope, { ...filter, text: q, overdueOn }, limit + 1, cursor);
    return pageOf(rows, limit);
  }

  @Post()
  @Needs('partnerships.start')
  @ApiCreatedResponse({ schema: answer('Receipt') })
  @ApiOperation({ summary: 'Begin een partnerschap op een contract' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  async start(
    @Who() who: Identity,
    @Body() body: StartPartnershipDto,
    @Headers('idempotency-key') key: string | undefined,
    @InLanguage() language: Language,
  ) {
    const contract = await this.ledger.contracts.get(who.organisation, body.contract);
    const receipt = await this.ledger.writer.start({
      organisation: who.organisation,
      actor: who.actor,
      ...idempotencyKey(key),
      lifecycle: body.lifecycle,
      pack: body.pack,
      contract: contract.facts,
      contractId: contract.id,
      ...(contract.supplierId === null ? {} : { supplierId: contract.supplierId }),
    });
    return presentReceipt(receipt, language);
  }

  @Get(':id')
  @Needs('partnerships.read')
  @ApiOkResponse({ schema: answer('Partnership') })
  @ApiOperation({ summary: 'Een partnerschap zoals het staat, of stond (?at=2026-03-31)' })
  async show(
    @Who() who: Identity,
    @Param() { id }: IdParam,
    @Query() { at }: AtQuery,
    @InLanguage() language: Language,
  ) {
    if (at === undefined) {
      const { partnership, row } = await this.ledger.partnerships.get(who.scope, id);
      const policy = await this.ledger.shelf.known(who.organisation, partnership.pack);
      return { ...presentPartnership(partnership, policy, language), supplier: row.supplier, nextDueOn: row.nextDueOn };
    }
    const then = await this.ledger.histories.asOf(who.scope, id, at);
    const policy = await this.ledger.shelf.known(who.organisation, then.pack);
    return { at, ...presentPartnership(then, policy, language) };
  }

  @Get(':id/obligation')
  @Needs('partnerships.read')
  @ApiOkResponse({ schema: answer('PartnershipObligation') })
  @ApiOperation({
    summary: 'Wat het regelpakket van dit partnerschap verplicht, en hoe dat bedrag er komt',
    description: 'Op het contract en het dossier zoals ze nu zijn, bij de versie van het pakket waaronder het loopt.',
  })
  async obligation(@Who() who: Identity, @Param() { id }: IdParam, @InLanguage() language: Language) {
    const { partnership } = await this.ledger.partnerships.get(who.scope, id);
    const policy = await this.ledger.shelf.policy(who.organisation, partnership.pack);
    const { contract, dossier, lifecycle } = partnership;
    const question = { contract, dossier, lifecycle: lifecycle.id };
    const { pack, date, obligations, toFillIn } = whatIf(policy, question, today(this.ledger.clock()));
    return inLanguage({ partnership: id, pack, date, obligations, toFillIn }, language);
  }

  @Get(':id/options')
  @Needs('partnerships.read')
  @ApiOkResponse({ schema: answer('Options') })
  @ApiOperation({
    summary: 'Wat kan nu, en waarom niet',
    description: 'Elke gebeurtenis die hier bestaat, met het schema van haar gegevens en alle redenen.',
  })
  async options(@Who() who: Identity, @Param() { id }: IdParam, @InLanguage() language: Language) {
    const { partnership } = await this.ledger.partnerships.get(who.scope, id);
    const policy = await this.ledger.shelf.policy(who.organisation, partnership.pack);
    const found = options(partnership, policy, who.actor, this.ledger.clock());
    return {
      partnership: id,
      version: partnership.version,
      items: found.map((option) => presentOption(option, language)),
    };
  }
}
