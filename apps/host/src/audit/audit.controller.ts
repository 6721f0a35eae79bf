import { AUDIT_ACTIONS, type AuditAction, type AuditEntry, type Ledger } from '@samenwerkt/ledger';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InLanguage, type Language } from '../http/language.js';
import { momentOf } from '../http/moment.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { called, type Called } from '../people/called.js';
import { AuditQuery } from './audit.dto.js';

@ApiTags('audit-log')
@Controller('audit-log')
export class AuditController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('audit.read')
  @ApiOkResponse({ schema: answer('AuditLog') })
  @ApiOperation({ summary: 'Wie wat met de administratie deed en waarom, nieuwste eerst' })
  async list(
    @Who() { organisation }: Identity,
    @Query() { limit, cursor, actor, action, from, until }: AuditQuery,
    @InLanguage() language: Language,
  ) {
    const filter = { actor, action, from: from && momentOf(from), until: until && momentOf(until) };
    const before = cursor === undefined ? undefined : Number(cursor);
    const found = await this.ledger.audit.page(organisation, filter, limit + 1, before);
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    const names = await called(this.ledger, organisation, items.flatMap(peopleIn), language);
    return {
      items: items.map((entry) => present(entry, names, language)),
      nextCursor: last ? String(last.sequence) : null,
    };
  }

  @Get('verification')
  @Needs('audit.read')
  @ApiOkResponse({ schema: answer('AuditVerification') })
  @ApiOperation({
    summary: 'Controleer de keten van het logboek',
    description:
      'head is de hash van de laatste regel: wie die elders bewaart, ziet later of het logboek herschreven is.',
  })
  verify(@Who() { organisation }: Identity) {
    return this.ledger.audit.verify(organisation);
  }
}

function peopleIn({ actor, subject }: AuditEntry): string[] {
  return subject.kind === 'person' ? [actor, subject.id] : [actor];
}

function present(entry: AuditEntry, names: Called, language: Language) {
  const { actor, subject, action } = entry;
  const title = AUDIT_ACTIONS[action as AuditAction]?.[language] ?? action;
  const name = subject.kind === 'person' ? names(subject.id) : null;
  return { ...entry, title, actorName: names(actor), subject: { ...subject, name } };
}
