import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { lifecycles } from '@samenwerkt/engine';
import { type NumberConfirmationDto, NumberConfirmations } from './number-confirmation.dto.js';
import { PageQuery } from './page.query.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

const LIFECYCLES = [...lifecycles.keys()];

/** `true` and `false` of a query text; anything else is left for the validator to refuse. */
const toBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export class PartnershipsQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'monitoring', description: 'Staat waarin het partnerschap verkeert' })
  @IsOptional()
  @MaxLength(100, { message: 'state is te lang | state is too long' })
  state?: string;

  @ApiPropertyOptional({ example: 'verkenning', description: 'Fase' })
  @IsOptional()
  @MaxLength(100, { message: 'phase is te lang | phase is too long' })
  phase?: string;

  @ApiPropertyOptional({ example: 'utrecht-bouwblokken', description: 'Naam van het regelpakket' })
  @IsOptional()
  @MaxLength(100, { message: 'pack is te lang | pack is too long' })
  pack?: string;

  @ApiPropertyOptional({ description: 'Coördinator zoals vastgelegd' })
  @IsOptional()
  @MaxLength(200, { message: 'coordinator is te lang | coordinator is too long' })
  coordinator?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Leverancier' })
  @IsOptional()
  @IsUUID(undefined, { message: 'supplier moet een UUID zijn | supplier must be a UUID' })
  supplier?: string;

  @ApiPropertyOptional({ description: 'Alleen wat over zijn datum is' })
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean({ message: 'overdue moet true of false zijn | overdue must be true or false' })
  overdue?: boolean;

  @ApiPropertyOptional({ format: 'date', example: '2026-12-01', description: 'Contract eindigt op deze dag of later' })
  @IsOptional()
  @Matches(DATE, {
    message: 'endsFrom moet een datum zijn als 2026-12-01 | endsFrom must be a date such as 2026-12-01',
  })
  endsFrom?: string;

  @ApiPropertyOptional({ format: 'date', example: '2026-12-31', description: 'Contract eindigt op deze dag of eerder' })
  @IsOptional()
  @Matches(DATE, {
    message: 'endsUntil moet een datum zijn als 2026-12-31 | endsUntil must be a date such as 2026-12-31',
  })
  endsUntil?: string;

  @ApiPropertyOptional({ description: 'Alleen wat apart is gezet, of juist niet' })
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean({ message: 'quarantined moet true of false zijn | quarantined must be true or false' })
  quarantined?: boolean;

  @ApiPropertyOptional({
    description: 'Deel van de titel, van het kenmerk van het contract, of van de naam van leverancier of coördinator',
  })
  @IsOptional()
  @MaxLength(200, { message: 'q is te lang | q is too long' })
  q?: string;
}

export class StartPartnershipDto {
  @ApiProperty({ format: 'uuid', description: 'Contract waarop het partnerschap begint' })
  @IsUUID(undefined, { message: 'contract moet het id van een contract zijn | contract must be the id of a contract' })
  contract!: string;

  @ApiProperty({
    example: 'utrecht-bouwblokken',
    description: 'Naam van het regelpakket; de nieuwste versie wordt vastgepind',
  })
  @IsString({ message: 'pack moet de naam van een regelpakket zijn | pack must be the name of a rule pack' })
  pack!: string;

  @ApiPropertyOptional({ enum: LIFECYCLES, default: LIFECYCLES[0] })
  @IsOptional()
  @IsIn(LIFECYCLES, {
    message: `lifecycle moet een van deze zijn: ${LIFECYCLES.join(', ')} | lifecycle must be one of: ${LIFECYCLES.join(', ')}`,
  })
  lifecycle: string = LIFECYCLES[0] ?? '';
}

export class TransitionDto {
  @ApiProperty({ example: 'principebesluitNemen', description: 'Id van de gebeurtenis; zie options' })
  @IsString({ message: 'event moet de naam van een gebeurtenis zijn | event must be the name of an event' })
  @MaxLength(100, { message: 'event is te lang | event is too long' })
  event!: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Gegevens volgens het schema in options',
  })
  @IsOptional()
  @IsObject({ message: 'data moet een object zijn | data must be an object' })
  data: Record<string, unknown> = {};

  @NumberConfirmations('Nummers in data')
  confirmations?: NumberConfirmationDto[];

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

export class DryRunQuery {
  @ApiPropertyOptional({ description: 'Alleen laten zien wat er zou gebeuren; er wordt niets vastgelegd' })
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean({ message: 'dryRun moet true of false zijn | dryRun must be true or false' })
  dryRun?: boolean;
}

export class AtQuery {
  @ApiPropertyOptional({ format: 'date', example: '2026-03-31', description: 'Zoals het was aan het eind van die dag' })
  @IsOptional()
  @Matches(DATE, {
    message: 'at moet een datum zijn als 2026-03-31 | at must be a date such as 2026-03-31',
  })
  at?: string;
}

export class HistoryQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    default: 0,
    description: 'Alleen gebeurtenissen na dit volgnummer',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
  )
  @IsInt({ message: 'after moet een heel getal zijn | after must be a whole number' })
  @Min(0, { message: 'after moet minstens 0 zijn | after must be at least 0' })
  after = 0;
}
