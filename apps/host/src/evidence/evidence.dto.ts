import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, IsUUID, Min } from 'class-validator';
import { IdParam } from '../dto/contract.dto.js';

export class NewEvidenceDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    example: 12,
    description: 'Volgnummer van de gebeurtenis die het bewijst',
  })
  @IsInt({ message: 'sequence moet een heel getal zijn | sequence must be a whole number' })
  @Min(1, { message: 'sequence moet minstens 1 zijn | sequence must be at least 1' })
  sequence!: number;

  @ApiProperty({
    example: 'jaaropgave',
    maxLength: 60,
    description: 'Soort bewijs volgens het regelpakket, of anders; dan hoort er een note bij',
  })
  @IsString({ message: 'kind moet een tekst zijn | kind must be a text' })
  kind!: string;

  @ApiProperty({ example: 'Contractmanager', maxLength: 200, description: 'Naam of functie van wie het heeft gezien' })
  @IsString({ message: 'seenBy moet een tekst zijn | seenBy must be a text' })
  seenBy!: string;

  @ApiProperty({ format: 'date', example: '2026-03-02', description: 'Dag waarop het is gezien, vandaag of eerder' })
  @IsString({ message: 'seenOn moet een datum zijn als 2026-03-02 | seenOn must be a date such as 2026-03-02' })
  seenOn!: string;

  @ApiPropertyOptional({ example: 'Getekend door de accountant', maxLength: 500, description: 'Nooit met een naam' })
  @IsOptional()
  @IsString({ message: 'note moet een tekst zijn | note must be a text' })
  note?: string;
}

export class EvidenceWithdrawalDto {
  @ApiProperty({ example: 'Ging over een ander contract', maxLength: 1000, description: 'Waarom' })
  @IsString({ message: 'reason moet een tekst zijn | reason must be a text' })
  reason!: string;
}

export class EvidenceParam extends IdParam {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'evidence moet een UUID zijn | evidence must be a UUID' })
  evidence!: string;
}

export class EvidenceFileParam extends EvidenceParam {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'file moet een UUID zijn | file must be a UUID' })
  file!: string;
}
