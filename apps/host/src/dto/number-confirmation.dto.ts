import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, ValidateNested } from 'class-validator';

/** A number that passes the eleven-test of the BSN, of which somebody says that it is another number, and which. */
export class NumberConfirmationDto {
  @ApiProperty({ example: '/toelichting', description: 'JSON-pointer naar de tekst waarin het staat' })
  @IsString({ message: 'path moet een tekst zijn | path must be a text' })
  path!: string;

  @ApiProperty({ example: '111222333', description: 'Het nummer, van negen cijfers' })
  @IsString({ message: 'number moet een tekst zijn | number must be a text' })
  number!: string;

  @ApiProperty({ example: 'Telefoonnummer van het wijkteam', maxLength: 500, description: 'Welk nummer het wel is' })
  @IsString({ message: 'reason moet een tekst zijn | reason must be a text' })
  reason!: string;
}

/** The field of a body in which numbers are confirmed. @param which the texts that they stand in, in Dutch */
export const NumberConfirmations = (which: string) =>
  applyDecorators(
    ApiPropertyOptional({
      type: () => [NumberConfirmationDto],
      description: `${which} die de elfproef doorstaan en toch geen BSN zijn; wordt vastgelegd, ook in het logboek`,
    }),
    IsOptional(),
    IsArray({ message: 'confirmations moet een lijst zijn | confirmations must be a list' }),
    ArrayMaxSize(50, { message: 'confirmations mag er hoogstens 50 hebben | confirmations may have 50 at most' }),
    ValidateNested({
      each: true,
      message: 'confirmations moet een lijst van objecten zijn | confirmations must be a list of objects',
    }),
    Type(() => NumberConfirmationDto),
  );
