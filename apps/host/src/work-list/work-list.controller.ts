import { today } from '@samenwerkt/calendar';
import { type Ledger, type WorkPlace } from '@samenwerkt/ledger';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { cadenceEntries } from '../calendar/cadence-entries.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { WorkListQuery } from './work-list.query.js';

/** What there is to do, over all partnerships. */
@ApiTags('work-list')
@Controller('work-list')
export class WorkListController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('partnerships.read')
  @ApiOkResponse({ schema: answer('WorkList') })
  @ApiOperation({ summary: 'Wat er te doen is en wanneer, over alle partnerschappen; het vroegste eerst' })
  async list(
    @Who() { scope, organisation }: Identity,
    @Query() { limit, cursor, q: text, ...filter }: WorkListQuery,
    @InLanguage() language: Language,
  ) {
    const rows = await this.ledger.workList.page(scope, { ...filter, text }, limit + 1, placeOf(cursor));
    const items = rows.slice(0, limit);
    const entryOf = await cadenceEntries(this.ledger, organisation, items);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return {
      items: items.map(({ partnership: id, title, kind, pack, ...item }) => ({
        ...item,
        kind: { id: kind, title: entryOf({ kind, pack })?.title[language] ?? kind },
        partnership: { id, title },
        pack,
      })),
      nextCursor: last ? `${last.dueOn}_${last.id}` : null,
    };
  }

  @Get('counts')
  @Needs('partnerships.read')
  @ApiOkResponse({ schema: answer('WorkCounts') })
  @ApiOperation({ summary: 'Hoeveel er te doen is: te laat, vandaag, deze week en later; en partnerschappen per fase' })
  counts(@Who() { scope }: Identity) {
    return this.ledger.workList.counts(scope, today(this.ledger.clock()));
  }
}

/** @param cursor fits the pattern of {@link WorkListQuery} */
function placeOf(cursor: string | undefined): WorkPlace | undefined {
  if (cursor === undefined) return undefined;
  const at = cursor.indexOf('_');
  return { dueOn: cursor.slice(0, at), id: cursor.slice(at + 1) };
}
