import { previewImport, type CellProblem, type ContractRow } from '@samenwerkt/intake';
import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CSV_TYPES, CsvMisplaced } from '../http/csv-body.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { ContractImportQuery } from './contract-import.dto.js';
import { ImportFaulty } from './import-faulty.js';

@ApiTags('contracts')
@Controller('contract-imports')
export class ContractImportsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Post()
  @Needs('contracts.manage')
  @HttpCode(200)
  @ApiConsumes(...CSV_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' }, description: 'Een CSV-bestand, hoogstens 20 MB' })
  @ApiOkResponse({ schema: answer('ContractImport') })
  @ApiOperation({
    summary: 'Importeer contracten uit een CSV-bestand, alles of niets',
    description:
      'Met dryRun=true: wat er zou komen, en elke cel die niet klopt met hoe dat te verhelpen is. Zonder: 422 met die cellen, of alle contracten.',
  })
  async add(
    @Who() { organisation, actor }: Identity,
    @Query() { dryRun = false, encoding, decimals }: ContractImportQuery,
    @Body() body: unknown,
    @InLanguage() language: Language,
  ) {
    if (!Buffer.isBuffer(body)) throw new CsvMisplaced(true);
    const { contracts, problems } = await previewImport(this.ledger, organisation, body, { encoding, decimals });
    if (dryRun) return presented(dryRun, contracts, problems, language);
    if (problems.length > 0) throw new ImportFaulty(problems);
    const added = contracts.map(({ facts, leverancier }) => ({ facts, supplier: leverancier }));
    await this.ledger.contracts.import(organisation, added, actor.id);
    return presented(dryRun, contracts, problems, language);
  }
}

function presented(
  dryRun: boolean,
  contracts: readonly ContractRow[],
  problems: readonly CellProblem[],
  language: Language,
) {
  return {
    dryRun,
    contracts: contracts.map(({ line, leverancier, facts }) => ({ line, supplier: leverancier, facts })),
    problems: problems.map(({ nl, en, ...place }) => ({ ...place, message: { nl, en }[language] })),
  };
}
