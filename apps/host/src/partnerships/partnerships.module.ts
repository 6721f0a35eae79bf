import { Module } from '@nestjs/common';
import { ChangesController } from './changes.controller.js';
import { HistoryController } from './history.controller.js';
import { LifecyclesController } from './lifecycles.controller.js';
import { PartnershipsController } from './partnerships.controller.js';
import { TransitionsController } from './transitions.controller.js';

@Module({
  controllers: [
    PartnershipsController,
    TransitionsController,
    HistoryController,
    LifecyclesController,
    ChangesController,
  ],
})
export class PartnershipsModule {}
