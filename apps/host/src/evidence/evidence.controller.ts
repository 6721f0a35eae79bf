import { eventTitle } from '@samenwerkt/engine';
import { type Attestation, type Ledger, type UnseenProof } from '@samenwerkt/ledger';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../dto/contract.dto.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { EvidenceParam, NewEvidenceDto, EvidenceWithdrawalDto } from './evidence.dto.js';

@ApiTags('evidence')
@Controller('partnerships/:id/evidence')
export class EvidenceController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('evidence.read')
  @ApiOkResponse({ schema: answer('EvidenceOfPartnership') })
  @ApiOperation({
    summary: 'Welk bewijs is gezien, door wie en wanneer; en wat het regelpakket vraagt en nog niemand zag',
    description: 'Niets wacht op bewijs: sommige stukken worden alleen bij een steekproef of bij twijfel gevraagd.',
  })
  async list(@Who() { organisation }: Identity, @Param() { id }: IdParam, @InLanguage() language: Language) {
    const { attestations } = this.ledger;
    const [seen, unseen] = await Promise.all([
      attestations.of(organisation, id),
      attestations.unseen(organisation, id),
    ]);
    return {
      items: seen.map((one) => presentAttestation(one, language)),
      unseen: unseen.map((one) => presentUnseen(one, language)),
    };
  }

  @Post()
  @Needs('evidence.attest')
  @ApiCreatedResponse({ schema: answer('Evidence') })
  @ApiOperation({
    summary: 'Leg vast wie welk bewijs wanneer heeft gezien',
    description: 'Het bewijs zelf blijft waar het is. 409 als precies dit al is vastgelegd.',
  })
  async attest(
    @Who() { organisation, actor }: Identity,
    @Param() { id }: IdParam,
    @Body() body: NewEvidenceDto,
    @InLanguage() language: Language,
  ) {
    const asked = { organisation, partnership: id, actorId: actor.id, ...body };
    return presentAttestation(await this.ledger.attestations.attest(asked), language);
  }

  @Post(':evidence/withdrawals')
  @Needs('evidence.attest')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('Evidence') })
  @ApiOperation({
    summary: 'Trek een vastlegging van bewijs in; zij blijft zichtbaar, met de reden',
    description: '409 als dat al gebeurd was.',
  })
  async withdraw(
    @Who() { organisation, actor }: Identity,
    @Param() { id, evidence }: EvidenceParam,
    @Body() { reason }: EvidenceWithdrawalDto,
    @InLanguage() language: Language,
  ) {
    const asked = { organisation, partnership: id, id: evidence, actorId: actor.id, reason };
    return presentAttestation(await this.ledger.attestations.withdraw(asked), language);
  }
}

function presentAttestation(one: Attestation, language: Language) {
  return { ...one, title: one.title[language], eventTitle: eventTitle(one.lifecycle, one.event)[language] };
}

function presentUnseen({ title, note, ...one }: UnseenProof, language: Language) {
  const eventName = eventTitle(one.lifecycle, one.event)[language];
  return { ...one, title: title[language], note: note?.[language] ?? null, eventTitle: eventName };
}
