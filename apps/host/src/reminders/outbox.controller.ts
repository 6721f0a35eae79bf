import { readOutbox, readOutboxMail, type OutboxMail } from '@samenwerkt/reminders';
import { NotFound } from '@samenwerkt/ledger';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags, OmitType } from '@nestjs/swagger';
import { IsOptional, MaxLength } from 'class-validator';
import { PageQuery } from '../dto/page.query.js';
import { answer } from '../http/schemas.js';

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
  constructor(@Inject(OUTBOX) private readonly folder: string) {}

  @Get()
  @ApiOkResponse({ schema: answer('OutboxMails') })
  @ApiOperation({
    summary: 'Berichten die als bestand zijn weggeschreven, nieuwste eerst',
    description:
      'Zonder mailserver (SMTP_URL) komt elk bericht in de map outbox van DATA_DIR; met een mailserver niets.',
  })
  async list(@Query() { limit, cursor }: OutboxQuery) {
    const mails = await readOutbox(this.folder, { limit: limit + 1, before: cursor });
    const items = mails.slice(0, limit);
    const last = mails.length > limit ? items.at(-1)?.file : undefined;
    return {
      items: items.map(({ file, messageId, at, to, subject }) => ({ id: file, messageId, at, to, subject })),
      nextCursor: last ?? null,
    };
  }

  @Get(':id')
  @ApiOkResponse({ schema: answer('OutboxMail') })
  @ApiOperation({ summary: 'Zo’n bericht, met zijn tekst' })
  async show(@Param('id') id: string) {
    const mail = await readOutboxMail(this.folder, id);
    if (!mail) throw new NotFound({ nl: 'bericht', en: 'message' }, id);
    return presentMail(mail);
  }
}

function presentMail({ file, ...mail }: OutboxMail) {
  return { id: file, ...mail };
}
