import { Module } from '@nestjs/common';
import { CalendarTokensController } from './calendar-tokens.controller.js';
import { CalendarController } from './calendar.controller.js';

@Module({ controllers: [CalendarController, CalendarTokensController] })
export class CalendarModule {}
