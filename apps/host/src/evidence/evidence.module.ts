import { Module } from '@nestjs/common';
import { EvidenceFilesController } from './evidence-files.controller.js';
import { EvidenceController } from './evidence.controller.js';

@Module({ controllers: [EvidenceController, EvidenceFilesController] })
export class EvidenceModule {}
