import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { AUDIT_ACTIONS } from '@samenwerkt/ledger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../dto/page.query.js';
import { IsDateOrInstant } from '../http/moment.js';

const ACTIONS = Object.keys(AUDIT_ACTIONS);

/** Which page of the audit log: newest first. */
export class AuditQuery extends OmitType(PageQuery, ['cursor'] as const) {
  @ApiPropertyOptional({ description: 'nextCursor van de vorige bladzijde' })
  @IsOptional()
  @Matches(/^[1-9]\d{0,8}$/, {
    message: 'cursor moet de nextCursor van een vorige bladzijde zijn | cursor must be the nextCursor of a page before',
  })
  cursor?: string;

  @ApiPropertyOptional({ description: 'Id van wie het deed' })
  @IsOptional()
  @IsString({ message: 'actor mag er maar een keer staan | actor may be given only once' })
  @MaxLength(200, { message: 'actor is te lang | actor is too long' })
  actor?: string;

  @ApiPropertyOptional({ enum: ACTIONS, description: 'Wat er gebeurde' })
  @IsOptional()
  @IsIn(ACTIONS, {
    message: `action moet een van deze zijn: ${ACTIONS.join(', ')} | action must be one of: ${ACTIONS.join(', ')}`,
  })
  action?: string;

  @ApiPropertyOptional({ example: '2026-03-01', description: 'Op of na deze datum, of dit moment in UTC' })
  @IsOptional()
  @IsDateOrInstant('from')
  from?: string;

  @ApiPropertyOptional({ example: '2026-04-01', description: 'Voor deze datum, of dit moment in UTC' })
  @IsOptional()
  @IsDateOrInstant('until')
  until?: string;
}
