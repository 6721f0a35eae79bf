import { Module } from '@nestjs/common';
import { ContractsController } from './contracts.controller.js';
import { SuppliersController } from './suppliers.controller.js';

@Module({ controllers: [ContractsController, SuppliersController] })
export class ContractsModule {}
