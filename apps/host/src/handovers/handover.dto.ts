import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { IsInstant } from '../http/moment.js';

const NAME = { nl: 'moet een naam zijn van 1 tot en met 200 tekens', en: 'must be a name of 1 to 200 characters' };
const named = (field: string) => ({ message: `${field} ${NAME.nl} | ${field} ${NAME.en}` });

export class HandoverDto {
  @ApiPropertyOptional({
    description: 'Wie nu coördinator is, met de naam zoals die is vastgelegd; hoeft niet als partnerships er zijn',
    example: 'Sanne de Wit',
  })
  @ValidateIf(({ partnerships }: HandoverDto, from: unknown) => partnerships === undefined || from !== undefined)
  @IsString(named('from'))
  @MinLength(1, named('from'))
  @MaxLength(200, named('from'))
  from?: string;

  @ApiPropertyOptional({ description: 'Wie coördinator wordt', example: 'Youssef Amrani' })
  @ValidateIf(({ toBackup }: HandoverDto, coordinator: unknown) => toBackup !== true || coordinator !== undefined)
  @IsString(named('coordinator'))
  @MinLength(1, named('coordinator'))
  @MaxLength(200, named('coordinator'))
  coordinator?: string;

  @ApiPropertyOptional({
    description:
      'In plaats van coordinator: de back-up van elk partnerschap wordt coördinator, en wie dat was wordt back-up',
  })
  @IsOptional()
  @IsBoolean({ message: 'toBackup moet true of false zijn | toBackup must be true or false' })
  toBackup?: boolean;

  @ApiPropertyOptional({ description: 'Wie back-up wordt; blijft wie het was als dit ontbreekt' })
  @IsOptional()
  @IsString(named('backup'))
  @MinLength(1, named('backup'))
  @MaxLength(200, named('backup'))
  backup?: string;

  @ApiProperty({ description: 'Reden; komt in elke geschiedenis', example: 'Sanne gaat met verlof' })
  @IsString({ message: 'reden moet tekst zijn | reden must be text' })
  @MinLength(1, { message: 'reden mag niet leeg zijn | reden must not be empty' })
  @MaxLength(1000, { message: 'reden telt hoogstens 1000 tekens | reden has 1000 characters at most' })
  reden!: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Moment waarop u keek: wat sindsdien veranderde blijft met rust en wordt gemeld',
  })
  @IsOptional()
  @IsInstant('unchangedSince')
  unchangedSince?: string;

  @ApiPropertyOptional({ description: 'Alleen deze partnerschappen; anders alle van from die lopen' })
  @IsOptional()
  @IsArray({ message: 'partnerships moet een lijst van ids zijn | partnerships must be a list of ids' })
  @ArrayNotEmpty({
    message: 'partnerships mag niet leeg zijn; laat het weg voor alle | leave partnerships out for all',
  })
  @ArrayMaxSize(2000, { message: 'partnerships telt hoogstens 2000 ids | partnerships has 2000 ids at most' })
  @IsUUID(undefined, { each: true, message: 'partnerships moet uit UUIDs bestaan | partnerships must hold UUIDs' })
  partnerships?: string[];
}
