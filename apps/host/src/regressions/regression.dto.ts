import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';

export class CandidateDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { 'pack.yaml': 'name: …' },
    description: 'Bestanden van het pakket: pad binnen het pakket → tekst',
  })
  @IsObject({ message: 'files moet een object zijn van pad naar tekst | files must be an object of path to text' })
  files!: Record<string, string>;
}

/** One of the two: files that are not on the shelf, or a version that is. */
export class NewRegressionDto {
  @ApiPropertyOptional({ description: 'Een pakket dat nog niet geladen is; het wordt niet bewaard' })
  @IsOptional()
  @ValidateNested({ message: 'candidate moet een object met files zijn | candidate must be an object with files' })
  @Type(() => CandidateDto)
  candidate?: CandidateDto;

  @ApiPropertyOptional({ example: '1.1.0', description: 'Een versie van dit pakket die al geladen is' })
  @IsOptional()
  @IsString({ message: 'version moet een versie zijn als 1.1.0 | version must be a version such as 1.1.0' })
  @MaxLength(30, { message: 'version is te lang | version is too long' })
  version?: string;
}

export class RegressionParam {
  @ApiProperty({ example: 'utrecht-bouwblokken' })
  @IsString({ message: 'name moet de naam van een regelpakket zijn | name must be the name of a rule pack' })
  name!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'id moet een UUID zijn | id must be a UUID' })
  id!: string;
}
