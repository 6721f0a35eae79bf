import { Module } from '@nestjs/common';
import { PartnershipExportsController } from './partnership-exports.controller.js';

@Module({ controllers: [PartnershipExportsController] })
export class PartnershipExportsModule {}
