import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsOptional, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../dto/page.query.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Date and id of the last item of a page. */
const CURSOR = /^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/;

export class WorkListQuery extends OmitType(PageQuery, ['cursor'] as const) {
  @ApiPropertyOptional({ description: 'nextCursor van de vorige bladzijde' })
  @IsOptional()
  @Matches(CURSOR, {
    message: 'cursor moet de nextCursor van een vorige bladzijde zijn | cursor must be the nextCursor of a page before',
  })
  cursor?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Uiterlijk op of na deze datum' })
  @IsOptional()
  @Matches(DATE, { message: 'from moet een datum zijn als 2026-03-31 | from must be a date such as 2026-03-31' })
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Uiterlijk op of vóór deze datum' })
  @IsOptional()
  @Matches(DATE, { message: 'until moet een datum zijn als 2026-03-31 | until must be a date such as 2026-03-31' })
  until?: string;

  @ApiPropertyOptional({ example: 'gesprek', description: 'Soort moment' })
  @IsOptional()
  @MaxLength(100, { message: 'kind is te lang | kind is too long' })
  kind?: string;

  @ApiPropertyOptional({ example: 'stilstand', description: 'Niet dit soort moment' })
  @IsOptional()
  @MaxLength(100, { message: 'except is te lang | except is too long' })
  except?: string;

  @ApiPropertyOptional({ example: 'monitoring', description: 'Fase' })
  @IsOptional()
  @MaxLength(100, { message: 'phase is te lang | phase is too long' })
  phase?: string;

  @ApiPropertyOptional({ example: 'basis', description: 'Naam van het regelpakket' })
  @IsOptional()
  @MaxLength(100, { message: 'pack is te lang | pack is too long' })
  pack?: string;

  @ApiPropertyOptional({ description: 'Coördinator zoals vastgelegd' })
  @IsOptional()
  @MaxLength(200, { message: 'coordinator is te lang | coordinator is too long' })
  coordinator?: string;

  @ApiPropertyOptional({
    description: 'Deel van de titel, van het kenmerk van het contract of van de naam van de leverancier',
  })
  @IsOptional()
  @MaxLength(200, { message: 'q is te lang | q is too long' })
  q?: string;
}
