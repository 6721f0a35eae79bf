import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** Who may read the calendar. */
export class NewCalendarTokenDto {
  @ApiProperty({ example: 'Agenda van het inkoopteam', maxLength: 100, description: 'Voor wie of wat het adres is' })
  @IsString({ message: 'label moet een tekst zijn | label must be a text' })
  label!: string;
}

export class CalendarQuery {
  @ApiPropertyOptional({ description: 'Het geheime deel van het adres' })
  @IsOptional()
  @IsString({ message: 'token mag er maar een keer staan | token may be given only once' })
  token = '';

  @ApiPropertyOptional({ example: 'coordinator', description: 'Alleen wat deze rol wordt gevraagd' })
  @IsOptional()
  @IsString({ message: 'recipient mag er maar een keer staan | recipient may be given only once' })
  @MaxLength(100, { message: 'recipient is te lang | recipient is too long' })
  recipient?: string;
}
