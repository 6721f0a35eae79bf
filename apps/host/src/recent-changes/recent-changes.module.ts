import { Module } from '@nestjs/common';
import { RecentChangesController } from './recent-changes.controller.js';

@Module({ controllers: [RecentChangesController] })
export class RecentChangesModule {}
