import { readOutbox, readOutboxMail, type OutboxMail } from '@samenwerkt/reminders';
import { NotFound, type Ledger } from '@samenwerkt/ledger';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags, OmitType } from '@nestjs/swagger';
import { IsOptional, MaxLength } from 'class-validator';
import { PageQuery } from '../dto/page.query.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';

/** The folder of mail, as a constructor's argument. */
export const OUTBOX = Symbol('outbox');

class OutboxQuery extends OmitType(PageQuery, ['cursor'] as const) {
  @ApiPropertyOptional({ description: 'nextCursor van de vorige bladzijde' })
  @IsOptional()
  @MaxLength(400, { message: 'cursor is te lang | cursor is too long' })
  cursor?: string;
}

@ApiTags('reminders')
@Controller('outbox')
export class OutboxController {
  constructor(
    @Inject(OUTBOX) private readonly folder: string,
    @InjectLedger() private readonly ledger: Ledger,
  ) {}

  @Get()
  @Needs('outbox.read')
  @ApiOkResponse({ schema: answer('OutboxMails') })
  @ApiOperation({
    summary: 'Berichten die als bestand zijn weggeschreven, nieuwste eerst',
    description:
      'Zonder mailserver (SMTP_URL) komt elk bericht in de map outbox van DATA_DIR; met een mailserver niets. Alleen berichten van de eigen organisatie; een bladzijde kan daardoor korter zijn dan gevraagd.',
  })
  async list(@Who() { organisation }: Identity, @Query() { limit, cursor }: OutboxQuery) {
    const mails = await readOutbox(this.folder, { limit: limit + 1, before: cursor });
    const items = mails.slice(0, limit);
    const last = mails.length > limit ? items.at(-1)?.file : undefined;
    const own = await this.ownAmong(organisation, items);
    return {
      items: own.map(({ file, messageId, at, to, subject }) => ({ id: file, messageId, at, to, subject })),
      nextCursor: last ?? null,
    };
  }

  @Get(':id')
  @Needs('outbox.read')
  @ApiOkResponse({ schema: answer('OutboxMail') })
  @ApiOperation({ summary: 'Zo’n bericht, met zijn tekst' })
  async show(@Who() { organisation }: Identity, @Param('id') id: string) {
    const mail = await readOutboxMail(this.folder, id);
    if (!mail || (await this.ownAmong(organisation, [mail])).length === 0)
      throw new NotFound({ nl: 'bericht', en: 'message' }, id);
    return presentMail(mail);
  }

  /** The folder is of all organisations together; a message belongs to that of its reminder. */
  private async ownAmong(organisation: string, mails: readonly OutboxMail[]): Promise<OutboxMail[]> {
    const own = await this.ledger.reminders.among(organisation, mails.map(reminderOf));
    return mails.filter((mail) => own.has(reminderOf(mail)));
  }
}

/** A message id is `<reminder@host>`. */
function reminderOf({ messageId }: OutboxMail): string {
  return messageId.replace(/^<|@.*$/g, '');
}

function presentMail({ file, ...mail }: OutboxMail) {
  return { id: file, ...mail };
}
