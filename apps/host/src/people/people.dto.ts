import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PERSON_ROLES, TOKEN_SCOPES } from '@samenwerkt/access';

const ROLES = PERSON_ROLES.map(({ id }) => id);
const A_LIST = 'roles moet een lijst met rollen zijn | roles must be a list of roles';

export class NewAdministratorDto {
  @ApiProperty({ example: 'Sanne de Wit', maxLength: 200 })
  @IsString({ message: 'name moet tekst zijn | name must be text' })
  name!: string;

  @ApiProperty({
    example: 'sanne@gemeente.nl',
    description: 'Waar de uitnodiging heen gaat en waarmee iemand zich aanmeldt',
  })
  @IsString({ message: 'email moet een mailadres zijn | email must be an email address' })
  @MaxLength(320, { message: 'email is te lang | email is too long' })
  email!: string;

  @ApiPropertyOptional({ enum: ['nl', 'en'], default: 'nl', description: 'Taal van berichten' })
  @IsOptional()
  @IsIn(['nl', 'en'], { message: 'language moet nl of en zijn | language must be nl or en' })
  language: 'nl' | 'en' = 'nl';
}

export class NewPersonDto extends NewAdministratorDto {
  @ApiProperty({ type: [String], enum: ROLES })
  @IsArray({ message: A_LIST })
  @IsString({ each: true, message: A_LIST })
  roles!: string[];

  @ApiPropertyOptional({ format: 'uuid', description: 'Leverancier, bij de rol opdrachtnemer en alleen daarbij' })
  @IsOptional()
  @IsUUID(undefined, { message: 'supplier moet een UUID zijn | supplier must be a UUID' })
  supplier?: string;
}

export class PersonChangeDto {
  @ApiPropertyOptional({ type: [String], enum: ROLES, description: 'Alle rollen die iemand dan heeft' })
  @IsOptional()
  @IsArray({ message: A_LIST })
  @IsString({ each: true, message: A_LIST })
  roles?: string[];

  @ApiPropertyOptional({ format: 'uuid', description: 'Leverancier; geef die samen met roles' })
  @IsOptional()
  @IsUUID(undefined, { message: 'supplier moet een UUID zijn | supplier must be a UUID' })
  supplier?: string;

  @ApiPropertyOptional({ description: 'Of iemand niet meer binnenkomt' })
  @IsOptional()
  @IsBoolean({ message: 'blocked moet true of false zijn | blocked must be true or false' })
  blocked?: boolean;
}

export class NewApiTokenDto {
  @ApiProperty({ example: 'Koppeling contractregister', maxLength: 100 })
  @IsString({ message: 'name moet tekst zijn | name must be text' })
  name!: string;

  @ApiProperty({ type: [String], enum: TOKEN_SCOPES, description: 'Waarvoor het token is; nooit meer dan u zelf mag' })
  @IsArray({ message: 'scopes moet een lijst zijn | scopes must be a list' })
  @IsString({ each: true, message: 'scopes moet een lijst van teksten zijn | scopes must be a list of texts' })
  scopes!: string[];

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 365, default: 90, description: 'Dagen dat het werkt' })
  @IsOptional()
  @IsInt({ message: 'days moet een heel getal zijn | days must be a whole number' })
  days = 90;
}
