import { Module } from '@nestjs/common';
import { RulePackLifeController } from './rule-pack-life.controller.js';
import { RulePacksController } from './rule-packs.controller.js';

@Module({ controllers: [RulePacksController, RulePackLifeController] })
export class RulePacksModule {}
