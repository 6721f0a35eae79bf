import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** Number of a query text; anything else is left as it is, for the validator to refuse. */
export const toNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;

/** Which page of a list: newest first, after the last id of the page before. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 25, description: 'Aantal per bladzijde' })
  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: 'limit moet een heel getal zijn | limit must be a whole number' })
  @Min(1, { message: 'limit moet minstens 1 zijn | limit must be at least 1' })
  @Max(100, { message: 'limit mag hoogstens 100 zijn | limit may be at most 100' })
  limit = 25;

  @ApiPropertyOptional({ format: 'uuid', description: 'nextCursor van de vorige bladzijde' })
  @IsOptional()
  @IsUUID(undefined, {
    message: 'cursor moet de nextCursor van een vorige bladzijde zijn | cursor must be the nextCursor of a page before',
  })
  cursor?: string;
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** To ask for the next page; null on the last one. */
  readonly nextCursor: string | null;
}

/** Makes a page of rows that were asked with one more than the limit. */
export function pageOf<T extends { readonly id: string }>(rows: readonly T[], limit: number): Page<T> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
