import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { IsOptional, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../dto/page.query.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Since when, and whose. */
export class RecentChangesQuery extends PickType(PageQuery, ['limit'] as const) {
  @ApiProperty({
    format: 'date-time',
    example: '2026-03-31T16:02:00.000Z',
    description: 'Later dan dit moment, in UTC',
  })
  @Matches(INSTANT, {
    message:
      'since moet een moment in UTC zijn als 2026-03-31T16:02:00.000Z | since must be an instant in UTC such as 2026-03-31T16:02:00.000Z',
  })
  since!: string;

  @ApiPropertyOptional({ description: 'Alleen partnerschappen van deze coördinator, zoals vastgelegd' })
  @IsOptional()
  @MaxLength(200, { message: 'coordinator is te lang | coordinator is too long' })
  coordinator?: string;
}
