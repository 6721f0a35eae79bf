import { Module } from '@nestjs/common';
import { PackMigrationsController } from './pack-migrations.controller.js';
import { PartnershipMigrationsController } from './partnership-migrations.controller.js';

@Module({ controllers: [PackMigrationsController, PartnershipMigrationsController] })
export class PackMigrationsModule {}
