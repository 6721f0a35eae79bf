import { Module } from '@nestjs/common';
import { DataSubjectsController } from './data-subjects.controller.js';

@Module({ controllers: [DataSubjectsController] })
export class DataSubjectsModule {}
