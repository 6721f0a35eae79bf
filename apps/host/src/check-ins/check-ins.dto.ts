import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** Number of a query text; anything else is left as it is, for the validator to refuse. */
const toNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

/** Which page of the conversations: newest first, before the last one of the page before. */
export class CheckInsQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 25, description: 'Aantal per bladzijde' })
  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: 'limit moet een heel getal zijn | limit must be a whole number' })
  @Min(1, { message: 'limit moet minstens 1 zijn | limit must be at least 1' })
  @Max(100, { message: 'limit mag hoogstens 100 zijn | limit may be at most 100' })
  limit = 25;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'nextCursor van de vorige bladzijde' })
  @IsOptional()
  @Transform(toNumber)
  @IsInt({
    message: 'cursor moet de nextCursor van een vorige bladzijde zijn | cursor must be the nextCursor of a page before',
  })
  @Min(1, { message: 'cursor moet minstens 1 zijn | cursor must be at least 1' })
  cursor?: number;
}
