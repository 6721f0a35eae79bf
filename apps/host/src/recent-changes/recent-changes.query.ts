import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { IsOptional, MaxLength } from 'class-validator';
import { PageQuery } from '../dto/page.query.js';
import { IsInstant } from '../http/moment.js';

/** Since when, and whose. */
export class RecentChangesQuery extends PickType(PageQuery, ['limit'] as const) {
  @ApiProperty({
    format: 'date-time',
    example: '2026-03-31T16:02:00Z',
    description: 'Later dan dit moment',
  })
  @IsInstant('since')
  since!: string;

  @ApiPropertyOptional({ description: 'Alleen partnerschappen van deze coördinator, zoals vastgelegd' })
  @IsOptional()
  @MaxLength(200, { message: 'coordinator is te lang | coordinator is too long' })
  coordinator?: string;
}
