import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ADVICE_SCHEMA, type AdviceQuestion, WHAT_IF_SCHEMA, type WhatIfInput } from '@samenwerkt/engine';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  Allow,
  IsArray,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { type SchemaObject } from '../http/openapi-types.js';

/** Most packs in one question. */
const MOST_PACKS = 5;

/** The part of a schema of the engine that describes one field. */
const part = (schema: typeof WHAT_IF_SCHEMA, field: string): SchemaObject => schema.properties?.[field] as SchemaObject;

export class PackChoiceDto {
  @ApiProperty({ example: 'utrecht-bouwblokken' })
  @IsString({ message: 'name moet de naam van een regelpakket zijn | name must be the name of a rule pack' })
  @MaxLength(60, { message: 'name is te lang | name is too long' })
  name!: string;

  @ApiPropertyOptional({ example: '1.1.0', description: 'Zonder: de nieuwste versie' })
  @IsOptional()
  @IsString({ message: 'version moet een versie zijn als 1.1.0 | version must be a version such as 1.1.0' })
  @MaxLength(30, { message: 'version is te lang | version is too long' })
  version?: string;
}

class OnDateDto {
  @ApiPropertyOptional({ format: 'date', example: '2026-03-31', description: 'Peildatum; zonder: vandaag' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, {
    message: 'date moet een datum zijn als 2026-03-31 | date must be a date such as 2026-03-31',
  })
  date?: string;
}

/** The engine checks the facts themselves, with the path of every fault. */
export class WhatIfDto extends OnDateDto {
  @ApiProperty({ ...part(WHAT_IF_SCHEMA, 'contract'), description: 'Feiten van een contract dat misschien komt' })
  @Allow()
  contract!: WhatIfInput['contract'];

  @ApiProperty({
    type: [PackChoiceDto],
    minItems: 1,
    maxItems: MOST_PACKS,
    description: 'Pakketten om naast elkaar te zetten',
  })
  @IsArray({ message: 'packs moet een lijst van pakketten zijn | packs must be a list of packs' })
  @ArrayMinSize(1, { message: 'noem ten minste één pakket | name at least one pack' })
  @ArrayMaxSize(MOST_PACKS, { message: `noem hoogstens ${MOST_PACKS} pakketten | name at most ${MOST_PACKS} packs` })
  @ValidateNested({ each: true, message: 'een pakket heeft een name | a pack has a name' })
  @Type(() => PackChoiceDto)
  packs!: PackChoiceDto[];

  @ApiPropertyOptional({ ...part(WHAT_IF_SCHEMA, 'contributions'), description: 'Bijdragen om te waarderen' })
  @Allow()
  contributions?: NonNullable<WhatIfInput['contributions']>;

  @ApiPropertyOptional({
    ...part(WHAT_IF_SCHEMA, 'dossier'),
    description: 'Besluiten zoals ze in het dossier zouden staan',
  })
  @Allow()
  dossier?: NonNullable<WhatIfInput['dossier']>;

  @ApiPropertyOptional({ example: 'stappenplan-2020', description: 'Zonder: het eerste van elk pakket' })
  @Allow()
  lifecycle?: string;
}

export class AdviceDto extends OnDateDto {
  @ApiProperty({ type: PackChoiceDto })
  @ValidateNested({ message: 'pack moet een name hebben | pack must have a name' })
  @Type(() => PackChoiceDto)
  pack!: PackChoiceDto;

  @ApiPropertyOptional({
    ...part(ADVICE_SCHEMA, 'open'),
    example: '52000.00',
    description: 'Wat nog open staat, in euro',
  })
  @Allow()
  open?: string;

  @ApiPropertyOptional({
    ...part(ADVICE_SCHEMA, 'contract'),
    description: 'Contract waarop de verplichting rust; begrenst ook de maanden',
  })
  @Allow()
  contract?: NonNullable<AdviceQuestion['contract']>;

  @ApiPropertyOptional({
    ...part(ADVICE_SCHEMA, 'obligation'),
    description: 'Verplichting; nodig als het pakket er meer heeft',
  })
  @Allow()
  obligation?: string;

  @ApiPropertyOptional({ ...part(ADVICE_SCHEMA, 'realised'), description: 'Wat al meetelt' })
  @Allow()
  realised?: NonNullable<AdviceQuestion['realised']>;

  @ApiPropertyOptional({ ...part(ADVICE_SCHEMA, 'dossier') })
  @Allow()
  dossier?: NonNullable<AdviceQuestion['dossier']>;

  @ApiProperty({ ...part(ADVICE_SCHEMA, 'limits'), description: 'Wat de opdrachtnemer hoogstens kan' })
  @Allow()
  limits!: AdviceQuestion['limits'];
}
