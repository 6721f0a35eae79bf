import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';

const LANGUAGES = ['nl', 'en'] as const;

export class AddressParam {
  @ApiProperty({ example: 'coordinator', maxLength: 200, description: 'Rol, functie of persoon' })
  @IsString({ message: 'name moet een tekst zijn | name must be a text' })
  name!: string;
}

export class AddressDto {
  @ApiProperty({ example: 'socialreturn@gemeente.nl', description: 'Mailadres' })
  @IsString({ message: 'email moet een tekst zijn | email must be a text' })
  email!: string;

  @ApiPropertyOptional({ enum: LANGUAGES, default: 'nl', description: 'Taal van de berichten' })
  @IsOptional()
  @IsIn(LANGUAGES, { message: 'language moet nl of en zijn | language must be nl or en' })
  language: (typeof LANGUAGES)[number] = 'nl';
}
