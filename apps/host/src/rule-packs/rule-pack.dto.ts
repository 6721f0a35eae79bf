import { PACK_STATES, type PackState } from '@samenwerkt/ledger';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';

const VERSION = /^\d{1,9}\.\d{1,9}\.\d{1,9}$/;
const DIGEST = /^[0-9a-f]{64}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const digestMessage =
  'digest moet de vingerafdruk zijn van het concept dat u zag: 64 tekens 0-9 a-f | digest must be that of the concept you saw: 64 characters 0-9 a-f';
const seen = 'Vingerafdruk van het concept zoals u het zag; is het intussen vervangen, dan volgt 409';

export class RulePacksQuery {
  @ApiPropertyOptional({ enum: PACK_STATES, description: 'Alleen versies in deze staat' })
  @IsOptional()
  @IsIn(PACK_STATES, {
    message: `state moet een van deze zijn: ${PACK_STATES.join(', ')} | state must be one of: ${PACK_STATES.join(', ')}`,
  })
  state?: PackState;
}

export class DifferencesQuery {
  @ApiProperty({ example: '1.0.0', description: 'Versie van hetzelfde pakket om mee te vergelijken' })
  @Matches(VERSION, { message: 'from moet een versie zijn als 1.0.0 | from must be a version such as 1.0.0' })
  from!: string;
}

export class DigestQuery {
  @ApiPropertyOptional({ description: seen })
  @IsOptional()
  @Matches(DIGEST, { message: digestMessage })
  digest?: string;
}

export class PublicationDto {
  @ApiPropertyOptional({ description: seen })
  @IsOptional()
  @Matches(DIGEST, { message: digestMessage })
  digest?: string;
}

export class ReplacementDto {
  @ApiPropertyOptional({ description: 'Naam van het pakket; zonder: hetzelfde pakket' })
  @IsOptional()
  @IsString({ message: 'name moet de naam van een regelpakket zijn | name must be the name of a rule pack' })
  @MaxLength(100, { message: 'name is te lang | name is too long' })
  name?: string;

  @ApiProperty({ example: '2.0.0' })
  @Matches(VERSION, { message: 'version moet een versie zijn als 2.0.0 | version must be a version such as 2.0.0' })
  version!: string;
}

export class WithdrawalDto {
  @ApiProperty({
    format: 'date',
    example: '2027-01-01',
    description: 'Eerste dag waarop er niets meer onder begint: vandaag of later',
  })
  @Matches(DATE, {
    message: 'endsOn moet een datum zijn als 2027-01-01 | endsOn must be a date such as 2027-01-01',
  })
  endsOn!: string;

  @ApiPropertyOptional({ description: 'Versie die in de plaats komt; wie wordt geweigerd krijgt haar te zien' })
  @IsOptional()
  @IsObject({ message: 'replacedBy moet een object met version zijn | replacedBy must be an object with version' })
  @ValidateNested({ message: 'replacedBy klopt niet | replacedBy is not right' })
  @Type(() => ReplacementDto)
  replacedBy?: ReplacementDto;

  @ApiProperty({ maxLength: 500, description: 'Waarom; wie wordt geweigerd krijgt het te zien' })
  @IsString({ message: 'reason moet tekst zijn | reason must be text' })
  @MaxLength(500, { message: 'reason mag hoogstens 500 tekens lang zijn | reason may be at most 500 characters long' })
  reason!: string;

  @ApiPropertyOptional({
    format: 'date',
    description: 'Om een intrekking te wijzigen die nog niet is ingegaan: de datum die er nu staat',
  })
  @IsOptional()
  @Matches(DATE, {
    message: 'expectedEndsOn moet een datum zijn als 2027-01-01 | expectedEndsOn must be a date such as 2027-01-01',
  })
  expectedEndsOn?: string;
}
