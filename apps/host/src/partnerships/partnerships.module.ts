import { Module } from '@nestjs/common';
import { HistoryController } from './history.controller.js';
import { LifecyclesController } from './lifecycles.controller.js';
import { PartnershipsController } from './partnerships.controller.js';
import { TransitionsController } from './transitions.controller.js';

@Module({ controllers: [PartnershipsController, TransitionsController, HistoryController, LifecyclesController] })
export class PartnershipsModule {}
