import { Module } from '@nestjs/common';
import { RegressionsController } from './regressions.controller.js';

@Module({ controllers: [RegressionsController] })
export class RegressionsModule {}
