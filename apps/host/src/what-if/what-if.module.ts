import { Module } from '@nestjs/common';
import { WhatIfController } from './what-if.controller.js';

@Module({ controllers: [WhatIfController] })
export class WhatIfModule {}
