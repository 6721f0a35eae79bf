import { Module } from '@nestjs/common';
import { RulePacksController } from './rule-packs.controller.js';

@Module({ controllers: [RulePacksController] })
export class RulePacksModule {}
