import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CONTRACT_SCHEMA, type ContractFacts } from '@samenwerkt/engine';
import { type SchemaObject } from '../http/openapi-types.js';
import { type NumberConfirmationDto, NumberConfirmations } from './number-confirmation.dto.js';
import { PageQuery } from './page.query.js';

/** The facts of a contract as the engine checks them, in the words of OpenAPI. */
const facts = CONTRACT_SCHEMA as SchemaObject;

export class NewContractDto {
  @ApiProperty({ ...facts, description: 'Feiten van het contract; bedragen zijn tekst in euro, datums ISO' })
  @IsObject({ message: 'facts moet een object zijn | facts must be an object' })
  facts!: ContractFacts;

  @ApiPropertyOptional({
    description: 'Naam van de leverancier; wordt zo nodig toegevoegd',
    example: 'Helder Facilitair B.V.',
  })
  @IsOptional()
  @IsString({ message: 'supplier moet tekst zijn | supplier must be text' })
  supplier?: string;

  @NumberConfirmations('Nummers in facts (`/titel`) of in de naam van de leverancier (`/supplier`)')
  confirmations?: NumberConfirmationDto[];
}

export class NewSupplierDto {
  @ApiProperty({ example: 'Helder Facilitair B.V.', maxLength: 200 })
  @IsString({ message: 'name moet tekst zijn | name must be text' })
  name!: string;
}

export class IdParam {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'id moet een UUID zijn | id must be a UUID' })
  id!: string;
}

export class ContractsQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'SR-2026-014', description: 'Alleen het contract met precies dit kenmerk' })
  @IsOptional()
  @IsString({ message: 'kenmerk mag er maar een keer staan | kenmerk may be given only once' })
  @MaxLength(64, { message: 'kenmerk is te lang | kenmerk is too long' })
  kenmerk?: string;
}
