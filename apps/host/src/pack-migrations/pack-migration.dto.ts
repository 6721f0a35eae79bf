import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { PageQuery } from '../dto/page.query.js';
import { PartnershipSelectionDto } from '../dto/selection.dto.js';

const TARGET = 'to moet een object met name en version zijn | to must be an object with name and version';
const OUTCOMES = ['waiting', 'moved', 'present', 'refused', 'conflict'] as const;

/** To which version one partnership moves. */
export class MigrationDto {
  @ApiPropertyOptional({
    example: 'utrecht-bouwblokken',
    description: 'Naam van het regelpakket; zonder: het pakket dat het partnerschap heeft',
  })
  @IsOptional()
  @IsString({ message: 'name moet de naam van een regelpakket zijn | name must be the name of a rule pack' })
  @MaxLength(100, { message: 'name is te lang | name is too long' })
  name?: string;

  @ApiProperty({ example: '1.1.0', description: 'Versie die geladen is' })
  @IsString({ message: 'version moet een versie zijn als 1.1.0 | version must be a version such as 1.1.0' })
  @MaxLength(30, { message: 'version is te lang | version is too long' })
  version!: string;

  @ApiProperty({ description: 'Waarom; komt in de geschiedenis, dus nooit persoonsgegevens' })
  @IsString({ message: 'reden moet een tekst zijn | reden must be a text' })
  reden!: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Versie waarop dit gebaseerd is; klopt die niet meer, dan volgt 409',
  })
  @IsOptional()
  @IsInt({ message: 'expectedVersion moet een heel getal zijn | expectedVersion must be a whole number' })
  @Min(1, { message: 'expectedVersion moet minstens 1 zijn | expectedVersion must be at least 1' })
  expectedVersion?: number;
}

/** The pack that a selection moves to. */
class TargetDto {
  @ApiProperty({ example: 'utrecht-bouwblokken' })
  @IsString({ message: 'name moet de naam van een regelpakket zijn | name must be the name of a rule pack' })
  @MaxLength(100, { message: 'name is te lang | name is too long' })
  name!: string;

  @ApiProperty({ example: '1.1.0' })
  @IsString({ message: 'version moet een versie zijn als 1.1.0 | version must be a version such as 1.1.0' })
  @MaxLength(30, { message: 'version is te lang | version is too long' })
  version!: string;
}

/** Who moves, and where to. */
export class NewMigrationDto extends PartnershipSelectionDto {
  @ApiProperty({ description: 'Waarheen: een versie die geladen is' })
  @IsObject({ message: TARGET })
  @ValidateNested({ message: TARGET })
  @Type(() => TargetDto)
  to!: TargetDto;

  @ApiProperty({ description: 'Waarom; komt in elke geschiedenis, dus nooit persoonsgegevens' })
  @IsString({ message: 'reden moet een tekst zijn | reden must be a text' })
  reden!: string;
}

/** Which of the partnerships of a move to show. */
export class ResultsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: OUTCOMES, description: 'Alleen wat zo is afgelopen' })
  @IsOptional()
  @IsIn(OUTCOMES, {
    message: `outcome moet een van deze zijn: ${OUTCOMES.join(', ')} | outcome must be one of: ${OUTCOMES.join(', ')}`,
  })
  outcome?: (typeof OUTCOMES)[number];
}
