import {
  newContract,
  previewImport,
  type CellConfirmation,
  type CellProblem,
  type ContractRow,
} from '@samenwerkt/intake';
import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONTRACT_FILE_TYPES, CsvMisplaced } from '../http/csv-body.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { ConfirmedImportDto, ContractImportQuery } from './contract-import.dto.js';
import { ImportFaulty } from './import-faulty.js';

@ApiTags('contracts')
@Controller('contract-imports')
export class ContractImportsController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Post()
  @Needs('contracts.manage')
  @HttpCode(200)
  @ApiConsumes(...CONTRACT_FILE_TYPES)
  @ApiBody({
    schema: { type: 'string', format: 'binary' },
    description: 'Een CSV-bestand of een Excel-werkmap (.xlsx), hoogstens 20 MB',
  })
  @ApiOkResponse({ schema: answer('ContractImport') })
  @ApiOperation({
    summary: 'Importeer contracten uit een CSV-bestand of een Excel-werkmap, alles of niets',
    description:
      'Van een werkmap het eerste zichtbare blad. Met dryRun=true: wat er zou komen, en elke cel die niet klopt met hoe dat te verhelpen is. Zonder: 422 met die cellen, of alle contracten.',
  })
  async add(
    @Who() who: Identity,
    @Query() query: ContractImportQuery,
    @Body() body: unknown,
    @InLanguage() language: Language,
  ) {
    if (!Buffer.isBuffer(body)) throw new CsvMisplaced(true);
    return this.imported(who, { ...query, file: body, confirmations: [] }, language);
  }

  @Post('confirmed')
  @Needs('contracts.manage')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('ContractImport') })
  @ApiOperation({
    summary: 'Importeer een bestand waarin nummers staan die op een BSN lijken, met voor elk wat het wel is',
    description:
      'Als een gewone import, met het bestand in base64. Alleen in cellen met tekst; wie het nummer bevestigde en waarom komt in het logboek.',
  })
  addConfirmed(
    @Who() who: Identity,
    @Query() query: ContractImportQuery,
    @Body() { file, confirmations }: ConfirmedImportDto,
    @InLanguage() language: Language,
  ) {
    return this.imported(who, { ...query, file: Buffer.from(file, 'base64'), confirmations }, language);
  }

  private async imported({ organisation, actor }: Identity, asked: Asked, language: Language) {
    const { dryRun = false, file, encoding, decimals, confirmations } = asked;
    const reading = { encoding, decimals, confirmations };
    const { contracts, problems } = await previewImport(this.ledger, organisation, file, reading);
    if (dryRun) return presented(dryRun, contracts, problems, language);
    if (problems.length > 0) throw new ImportFaulty(problems);
    await this.ledger.contracts.import(organisation, contracts.map(newContract), actor.id);
    return presented(dryRun, contracts, problems, language);
  }
}

/** A file with how to read it. */
interface Asked extends ContractImportQuery {
  readonly file: Uint8Array;
  readonly confirmations: readonly CellConfirmation[];
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
