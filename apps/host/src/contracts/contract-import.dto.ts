import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { DryRunQuery } from '../dto/partnership.dto.js';

/** How a file of contracts is read; nothing is guessed. */
export class ContractImportQuery extends DryRunQuery {
  @ApiPropertyOptional({ enum: ['utf-8', 'windows-1252'], default: 'utf-8' })
  @IsOptional()
  @IsIn(['utf-8', 'windows-1252'], {
    message: 'encoding moet utf-8 of windows-1252 zijn | encoding must be utf-8 or windows-1252',
  })
  encoding: 'utf-8' | 'windows-1252' = 'utf-8';

  @ApiPropertyOptional({
    enum: ['point', 'comma'],
    default: 'point',
    description: '`point`: 1440000.00; `comma`: 1.440.000,00',
  })
  @IsOptional()
  @IsIn(['point', 'comma'], { message: 'decimals moet point of comma zijn | decimals must be point or comma' })
  decimals: 'point' | 'comma' = 'point';
}
