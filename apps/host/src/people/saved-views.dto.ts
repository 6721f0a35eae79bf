import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { VIEWED_SCREENS } from '@samenwerkt/ledger';

export class SavedViewDto {
  @ApiProperty({ example: 'Mijn monitoring', maxLength: 80 })
  @IsString({ message: 'name moet tekst zijn | name must be text' })
  name!: string;

  @ApiProperty({
    example: '?fase=monitoring&van=mij',
    maxLength: 1000,
    description: 'Het deel van het adres vanaf het vraagteken; leeg voor alles',
  })
  @IsString({ message: 'search moet tekst zijn | search must be text' })
  search!: string;
}

export class NewSavedViewDto extends SavedViewDto {
  @ApiProperty({ enum: VIEWED_SCREENS, description: 'Van welk scherm' })
  @IsString({ message: 'screen moet tekst zijn | screen must be text' })
  screen!: string;
}
