import { FILE_KINDS, type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { EvidenceFileMisplaced } from '../http/evidence-body.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { EvidenceFileParam, EvidenceParam, EvidenceWithdrawalDto } from './evidence.dto.js';

@ApiTags('evidence')
@Controller('partnerships/:id/evidence/:evidence/files')
export class EvidenceFilesController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Post()
  @Needs('evidence.attest')
  @ApiConsumes(...FILE_KINDS)
  @ApiBody({ schema: { type: 'string', format: 'binary' }, description: 'Het bestand zelf, hoogstens 5 MB' })
  @ApiCreatedResponse({ schema: answer('EvidenceFile') })
  @ApiOperation({
    summary: 'Bewaar een bestand bij bewijs',
    description:
      'Alleen PDF, PNG en JPEG; de inhoud beslist. Versleuteld met een eigen sleutel; de naam van het bestand wordt niet bewaard.',
  })
  add(@Who() who: Identity, @Param() param: EvidenceParam, @Body() body: unknown) {
    if (!Buffer.isBuffer(body)) throw new EvidenceFileMisplaced(true);
    return this.ledger.evidenceFiles.add(placeOf(who, param), body);
  }

  @Get(':file')
  @Needs('evidenceFiles.read')
  @ApiProduces(...FILE_KINDS)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ summary: 'Een bestand bij bewijs; wie het inziet komt in het logboek' })
  async read(@Who() who: Identity, @Param() { file, ...param }: EvidenceFileParam): Promise<StreamableFile> {
    const { type, content } = await this.ledger.evidenceFiles.read(placeOf(who, param), file);
    const disposition = `attachment; filename="bewijs-${file}.${type.split('/')[1]}"`;
    return new StreamableFile(content, { type, disposition, length: content.length });
  }

  @Post(':file/removals')
  @Needs('evidence.attest')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('EvidenceFile') })
  @ApiOperation({
    summary: 'Vernietig een bestand bij bewijs, voorgoed; dat het er was blijft zichtbaar, met de reden',
  })
  remove(
    @Who() who: Identity,
    @Param() { file, ...param }: EvidenceFileParam,
    @Body() { reason }: EvidenceWithdrawalDto,
  ) {
    return this.ledger.evidenceFiles.remove(placeOf(who, param), file, reason);
  }
}

function placeOf({ organisation, actor }: Identity, { id, evidence }: EvidenceParam) {
  return { organisation, partnership: id, attestation: evidence, actorId: actor.id };
}
