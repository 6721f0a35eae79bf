import { eventTitle } from '@samenwerkt/engine';
import { type Ledger } from '@samenwerkt/ledger';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InLanguage, type Language } from '../http/language.js';
import { momentOf } from '../http/moment.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { RecentChangesQuery } from './recent-changes.query.js';

@ApiTags('work-list')
@Controller('recent-changes')
export class RecentChangesController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('partnerships.read')
  @ApiOkResponse({ schema: answer('RecentChanges') })
  @ApiOperation({
    summary: 'Wat anderen sinds een moment in partnerschappen deden',
    description: 'Per partnerschap het laatste, en hoeveel het er zijn; het nieuwste eerst. Wat u zelf deed telt niet.',
  })
  async list(
    @Who() { scope, organisation, actor }: Identity,
    @Query() { since, coordinator, limit }: RecentChangesQuery,
    @InLanguage() language: Language,
  ) {
    const asked = { since: momentOf(since), coordinator, except: actor.id };
    const rows = await this.ledger.recentChanges.latest(scope, asked, limit + 1);
    const items = rows.slice(0, limit);
    const ids = items.map(({ actorId }) => actorId);
    const names = await this.ledger.people.names(organisation, ids, language);
    return {
      items: items.map(({ partnership: id, title, lifecycleId, event, actorId, at, events }) => ({
        partnership: { id, title },
        event: { id: event, title: eventTitle(lifecycleId, event)[language] },
        actor: { id: actorId, name: names.get(actorId) ?? null },
        at,
        events,
      })),
      isWhole: rows.length <= limit,
    };
  }
}
