import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, ValidateIf } from 'class-validator';
import { DryRunQuery } from '../dto/partnership.dto.js';

export class PrivacySettingsDto {
  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: 1,
    maximum: 1200,
    example: 24,
    description:
      'Maanden na het einde van het laatste partnerschap dat iemand noemt; null: niemand wordt vanzelf gewist',
  })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsInt({
    message: 'eraseAfterMonths moet een heel getal of null zijn | eraseAfterMonths must be a whole number or null',
  })
  eraseAfterMonths?: number | null;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 3,
    maximum: 1000,
    example: 5,
    description: 'Het kleinste aantal mensen waarvan een cijfer wordt getoond',
  })
  @ValidateIf((_, value) => value !== undefined)
  @IsInt({ message: 'groupMinimum moet een heel getal zijn | groupMinimum must be a whole number' })
  groupMinimum?: number;

  @ApiProperty({ example: 'Besluit college van 3 maart', maxLength: 1000, description: 'Waarom' })
  @IsString({ message: 'reason moet een tekst zijn | reason must be a text' })
  reason!: string;
}

export class RetentionRunQuery extends DryRunQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 1200,
    description: 'Alleen met dryRun: een andere termijn dan de gekozen termijn bekijken',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
  )
  @IsInt({ message: 'months moet een heel getal zijn | months must be a whole number' })
  months?: number;
}
