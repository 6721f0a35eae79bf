import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

export class DataSubjectsQuery {
  @ApiPropertyOptional({ example: 'de Vries', description: 'Deel van de naam; zonder staat iedereen erin' })
  @IsOptional()
  @IsString({ message: 'name mag er maar een keer staan | name may be given only once' })
  @MaxLength(200, { message: 'name is te lang | name is too long' })
  name?: string;
}

export class ErasureDto {
  @ApiProperty({
    example: 'Verzoek van betrokkene, zaak 2026-114',
    maxLength: 1000,
    description: 'Waarom; nooit met de naam',
  })
  @IsString({ message: 'reason moet een tekst zijn | reason must be a text' })
  reason!: string;
}
