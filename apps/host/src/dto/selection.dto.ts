import { MOST_SELECTED, type Selection } from '@samenwerkt/ledger';
import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { RequestError } from '../http/errors.js';
import { PartnershipsQuery } from './partnership.dto.js';

const SELECTION = 'selection moet een object met voorwaarden zijn | selection must be an object with conditions';

/** The conditions of the list of partnerships. */
export class SelectionDto extends OmitType(PartnershipsQuery, ['limit', 'cursor'] as const) {}

/** One of the two: a selection, or ids. */
export class PartnershipSelectionDto {
  @ApiPropertyOptional({
    description:
      'Wie: de voorwaarden van de lijst. Bij overzetten zonder pack: die met het pakket waarop wordt overgezet',
  })
  @IsOptional()
  @IsObject({ message: SELECTION })
  @ValidateNested({ message: SELECTION })
  @Type(() => SelectionDto)
  selection?: SelectionDto;

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: 'Of wie: ids van partnerschappen' })
  @IsOptional()
  @IsArray({ message: 'partnerships moet een lijst met ids zijn | partnerships must be a list of ids' })
  @ArrayNotEmpty({ message: 'partnerships is leeg | partnerships is empty' })
  @ArrayMaxSize(MOST_SELECTED, {
    message: `partnerships mag hoogstens ${MOST_SELECTED} ids hebben | partnerships may have at most ${MOST_SELECTED} ids`,
  })
  @IsUUID(undefined, { each: true, message: 'partnerships moet uit UUIDs bestaan | partnerships must be UUIDs' })
  partnerships?: string[];
}

/** @param today ISO date, for what is past it. @throws RequestError unless exactly one of the two is given */
export function selectionOf({ selection, partnerships }: PartnershipSelectionDto, today: string): Selection {
  if (selection && !partnerships) {
    const { q, overdue, ...filter } = selection;
    return { filter: { ...filter, text: q, overdueOn: overdue === true ? today : undefined } };
  }
  if (partnerships && !selection) return { partnerships };
  throw new RequestError('selection-unclear', 400, {
    nl: 'Geef of selection met voorwaarden, of partnerships met ids; niet beide. Alle partnerschappen met het pakket: "selection": {}.',
    en: 'Give either selection with conditions, or partnerships with ids; not both. All partnerships on the pack: "selection": {}.',
  });
}
