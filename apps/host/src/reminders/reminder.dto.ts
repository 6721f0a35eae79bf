import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MOST_ACTED_ON, MOST_LISTED, REMINDER_STATES, type ReminderAct, type ReminderState } from '@samenwerkt/ledger';
import { PageQuery, toNumber } from '../dto/page.query.js';
import { IsDate, IsDateOrInstant, IsInstant } from '../http/moment.js';
import { CURSOR } from './cursor.js';

const ACTS = ['retry', 'skip', 'reschedule'] as const;
const REASON = 'reason moet een tekst zijn die zegt waarom | reason must be a text that says why';
const FILTER = 'filter moet een object met voorwaarden zijn | filter must be an object with conditions';

/** Which page of a list of reminders: earliest first. */
export class ReminderPageQuery extends OmitType(PageQuery, ['cursor'] as const) {
  @ApiPropertyOptional({ description: 'nextCursor van de vorige bladzijde' })
  @IsOptional()
  @Matches(CURSOR, {
    message: 'cursor moet de nextCursor van een vorige bladzijde zijn | cursor must be the nextCursor of a page before',
  })
  cursor?: string;
}

export class RemindersQuery extends ReminderPageQuery {
  @ApiPropertyOptional({ enum: REMINDER_STATES, description: 'Waar de herinnering is' })
  @IsOptional()
  @IsIn(REMINDER_STATES, {
    message: `state moet een van deze zijn: ${REMINDER_STATES.join(', ')} | state must be one of: ${REMINDER_STATES.join(', ')}`,
  })
  state?: ReminderState;

  @ApiPropertyOptional({ example: 'gesprek', description: 'Soort moment, of onderwerp van een bericht' })
  @IsOptional()
  @MaxLength(100, { message: 'kind is te lang | kind is too long' })
  kind?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Partnerschap' })
  @IsOptional()
  @IsUUID(undefined, { message: 'partnership moet een UUID zijn | partnership must be a UUID' })
  partnership?: string;

  @ApiPropertyOptional({ description: 'Deel van titel, kenmerk of ontvanger' })
  @IsOptional()
  @MaxLength(200, { message: 'q is te lang | q is too long' })
  q?: string;

  @ApiPropertyOptional({ example: '2026-03-01', description: 'Gaat uit op of na deze datum, of dit moment in UTC' })
  @IsOptional()
  @IsDateOrInstant('from')
  from?: string;

  @ApiPropertyOptional({ example: '2026-04-01', description: 'Gaat uit voor deze datum, of dit moment in UTC' })
  @IsOptional()
  @IsDateOrInstant('before')
  before?: string;
}

/** The conditions of the list, and which part of it. */
export class ReminderListQuery extends RemindersQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: MOST_LISTED,
    description: 'In plaats van cursor: sla er zoveel over; niet samen met q',
  })
  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: 'skip moet een heel getal zijn | skip must be a whole number' })
  @Min(0, { message: 'skip moet minstens 0 zijn | skip must be at least 0' })
  @Max(MOST_LISTED, { message: `skip mag hoogstens ${MOST_LISTED} zijn | skip may be at most ${MOST_LISTED}` })
  skip?: number;
}

/** What is counted: the conditions that an index answers. */
export class ReminderCountQuery extends OmitType(RemindersQuery, ['limit', 'cursor', 'q'] as const) {}

/** The conditions of the list. */
class ReminderFilterDto extends OmitType(RemindersQuery, ['limit', 'cursor'] as const) {}

/** Why something is done about a reminder. */
export class ReasonDto {
  @ApiProperty({ minLength: 1, maxLength: 1000, description: 'Waarom; wordt bewaard, dus nooit persoonsgegevens' })
  @IsString({ message: REASON })
  reason!: string;
}

/** To which moment: one of `dueAt`, or `date` with or without `time`. */
export class RescheduleDto extends ReasonDto {
  @ApiPropertyOptional({ format: 'date-time', example: '2026-03-31T07:00:00Z', description: 'Moment in UTC' })
  @IsOptional()
  @IsInstant('dueAt')
  dueAt?: string;

  @ApiPropertyOptional({ format: 'date', example: '2026-03-31', description: 'Of: datum in Nederland' })
  @IsOptional()
  @IsDate('date')
  date?: string;

  @ApiPropertyOptional({ example: '09:00', default: '09:00', description: 'Tijd in Nederland, bij date' })
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, {
    message: 'time moet een tijd zijn als 09:00 | time must be a time of day such as 09:00',
  })
  time?: string;
}

/** The same act on many: one of `ids` and `filter`. */
export class ReminderActsDto extends RescheduleDto {
  @ApiProperty({ enum: ACTS, description: 'Opnieuw proberen, overslaan of verzetten' })
  @IsIn(ACTS, { message: `act moet een van deze zijn: ${ACTS.join(', ')} | act must be one of: ${ACTS.join(', ')}` })
  act!: ReminderAct['act'];

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Moment waarop u keek: wat sindsdien veranderde blijft met rust en wordt gemeld',
  })
  @IsOptional()
  @IsInstant('unchangedSince')
  unchangedSince?: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: MOST_ACTED_ON, description: 'Welke herinneringen' })
  @IsOptional()
  @IsArray({ message: 'ids moet een lijst met ids zijn | ids must be a list of ids' })
  @ArrayNotEmpty({ message: 'ids is leeg | ids is empty' })
  @ArrayMaxSize(MOST_ACTED_ON, {
    message: `ids mag hoogstens ${MOST_ACTED_ON} ids hebben | ids may have at most ${MOST_ACTED_ON} ids`,
  })
  @IsUUID(undefined, { each: true, message: 'ids moet uit UUIDs bestaan | ids must be UUIDs' })
  ids?: string[];

  @ApiPropertyOptional({ type: ReminderFilterDto, description: 'Of: de voorwaarden van de lijst' })
  @IsOptional()
  @IsObject({ message: FILTER })
  @ValidateNested({ message: FILTER })
  @Type(() => ReminderFilterDto)
  filter?: ReminderFilterDto;
}
