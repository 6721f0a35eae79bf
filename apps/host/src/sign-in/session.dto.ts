import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PERSON_ROLES, type PersonRole } from '@samenwerkt/access';

const ROLES = PERSON_ROLES.map(({ id }) => id);

export class CredentialsDto {
  @ApiProperty({ example: 'naam@gemeente.nl' })
  @IsString({ message: 'email moet een mailadres zijn | email must be an email address' })
  @MaxLength(320, { message: 'email is te lang | email is too long' })
  email!: string;

  @ApiProperty({ format: 'password' })
  @IsString({ message: 'password moet tekst zijn | password must be text' })
  @MaxLength(1024, { message: 'password is te lang | password is too long' })
  password!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Organisatie, voor wie bij meer dan één hetzelfde adres heeft' })
  @IsOptional()
  @IsUUID(undefined, { message: 'organisation moet een UUID zijn | organisation must be a UUID' })
  organisation?: string;
}

export class DemoRoleDto {
  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES, {
    message: `role moet een van deze zijn: ${ROLES.join(', ')} | role must be one of: ${ROLES.join(', ')}`,
  })
  role!: PersonRole;
}

export class CodeDto {
  @ApiProperty({ example: '123456', description: 'Code uit de authenticator-app, of een herstelcode' })
  @IsString({ message: 'code moet tekst zijn | code must be text' })
  @MaxLength(64, { message: 'code is te lang | code is too long' })
  code!: string;
}

export class CodeRolesDto {
  @ApiProperty({ type: [String], enum: ROLES })
  @IsArray({ message: 'roles moet een lijst zijn | roles must be a list' })
  @IsString({ each: true, message: 'roles moet een lijst van teksten zijn | roles must be a list of texts' })
  roles!: string[];
}

export class RecoveryDto {
  @ApiProperty({ example: 'naam@gemeente.nl' })
  @IsString({ message: 'email moet een mailadres zijn | email must be an email address' })
  @MaxLength(320, { message: 'email is te lang | email is too long' })
  email!: string;
}

export class NewPasswordDto {
  @ApiProperty({ format: 'password', minLength: 12, maxLength: 256 })
  @IsString({ message: 'password moet tekst zijn | password must be text' })
  @MaxLength(1024, { message: 'password is te lang | password is too long' })
  password!: string;
}
