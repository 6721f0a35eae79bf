import { Module, type DynamicModule } from '@nestjs/common';
import { AddressesController } from '../addresses/addresses.controller.js';
import { DeliveryController } from './delivery.controller.js';
import { OUTBOX, OutboxController } from './outbox.controller.js';
import { PartnershipRemindersController } from './partnership-reminders.controller.js';
import { ReminderActsController } from './reminder-acts.controller.js';
import { RemindersController } from './reminders.controller.js';

@Module({})
export class RemindersModule {
  /** @param outbox folder of mail that was written as files */
  static with(outbox: string): DynamicModule {
    return {
      module: RemindersModule,
      controllers: [
        DeliveryController,
        RemindersController,
        ReminderActsController,
        PartnershipRemindersController,
        OutboxController,
        AddressesController,
      ],
      providers: [{ provide: OUTBOX, useValue: outbox }],
    };
  }
}
