import { Module } from '@nestjs/common';
import { ContractImportsController } from './contract-imports.controller.js';
import { ContractsController } from './contracts.controller.js';
import { SuppliersController } from './suppliers.controller.js';

@Module({ controllers: [ContractImportsController, ContractsController, SuppliersController] })
export class ContractsModule {}
