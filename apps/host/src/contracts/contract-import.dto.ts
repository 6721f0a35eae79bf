import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBase64,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { DryRunQuery } from '../dto/partnership.dto.js';

/** How a file of contracts is read; nothing is guessed. */
export class ContractImportQuery extends DryRunQuery {
  @ApiPropertyOptional({ enum: ['utf-8', 'windows-1252'], default: 'utf-8' })
  @IsOptional()
  @IsIn(['utf-8', 'windows-1252'], {
    message: 'encoding moet utf-8 of windows-1252 zijn | encoding must be utf-8 or windows-1252',
  })
  encoding: 'utf-8' | 'windows-1252' = 'utf-8';

  @ApiPropertyOptional({
    enum: ['point', 'comma'],
    default: 'point',
    description: '`point`: 1440000.00; `comma`: 1.440.000,00',
  })
  @IsOptional()
  @IsIn(['point', 'comma'], { message: 'decimals moet point of comma zijn | decimals must be point or comma' })
  decimals: 'point' | 'comma' = 'point';
}

/** Most lines and columns there can be, and well above what is read. */
const FURTHEST = 1_000_000;

class CellConfirmationDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 3, description: 'Regel van het bestand, vanaf 1' })
  @IsInt({ message: 'line moet een heel getal zijn | line must be a whole number' })
  @Min(1, { message: 'line moet minstens 1 zijn | line must be at least 1' })
  @Max(FURTHEST, { message: 'line is te groot | line is too large' })
  line!: number;

  @ApiProperty({ type: 'integer', minimum: 1, example: 2, description: 'Kolom, vanaf 1' })
  @IsInt({ message: 'column moet een heel getal zijn | column must be a whole number' })
  @Min(1, { message: 'column moet minstens 1 zijn | column must be at least 1' })
  @Max(FURTHEST, { message: 'column is te groot | column is too large' })
  column!: number;

  @ApiProperty({ example: '111222333', description: 'Het nummer, van negen cijfers' })
  @IsString({ message: 'number moet een tekst zijn | number must be a text' })
  number!: string;

  @ApiProperty({ example: 'Contractnummer van de leverancier', maxLength: 500, description: 'Welk nummer het wel is' })
  @IsString({ message: 'reason moet een tekst zijn | reason must be a text' })
  reason!: string;
}

/** A file of contracts with numbers in it that only look like a BSN. */
export class ConfirmedImportDto {
  @ApiProperty({ format: 'byte', description: 'Het CSV-bestand of de Excel-werkmap zelf, in base64; hoogstens 20 MB' })
  @IsString({ message: 'file moet tekst zijn | file must be text' })
  @IsBase64(undefined, { message: 'file moet base64 zijn | file must be base64' })
  file!: string;

  @ApiProperty({
    type: () => [CellConfirmationDto],
    maxItems: 1000,
    description: 'Nummers in cellen die de elfproef doorstaan en toch geen BSN zijn; elk komt in het logboek',
  })
  @IsArray({ message: 'confirmations moet een lijst zijn | confirmations must be a list' })
  @ArrayMaxSize(1000, { message: 'confirmations mag er hoogstens 1000 hebben | confirmations may have 1000 at most' })
  @ValidateNested({
    each: true,
    message: 'confirmations moet een lijst van objecten zijn | confirmations must be a list of objects',
  })
  @Type(() => CellConfirmationDto)
  confirmations!: CellConfirmationDto[];
}
