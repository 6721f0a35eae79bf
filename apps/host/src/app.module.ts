import { type Ledger } from '@samenwerkt/ledger';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CalendarModule } from './calendar/calendar.module.js';
import { ContractsModule } from './contracts/contracts.module.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validation } from './http/validation.js';
import { IdentityGuard, IdentityProvider } from './identity/identity.js';
import { LedgerModule } from './ledger.module.js';
import { PackMigrationsModule } from './pack-migrations/pack-migrations.module.js';
import { PartnershipsModule } from './partnerships/partnerships.module.js';
import { RegressionsModule } from './regressions/regressions.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { RulePacksModule } from './rule-packs/rule-packs.module.js';
import { WhatIfModule } from './what-if/what-if.module.js';

@Module({})
export class AppModule {
  /** @param outbox folder of mail that was written as files */
  static with(ledger: Ledger, outbox: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LedgerModule.with(ledger),
        PartnershipsModule,
        ContractsModule,
        RulePacksModule,
        RegressionsModule,
        PackMigrationsModule,
        WhatIfModule,
        RemindersModule.with(outbox),
        CalendarModule,
      ],
      controllers: [HealthController],
      providers: [
        IdentityProvider,
        { provide: APP_GUARD, useClass: IdentityGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validation },
      ],
    };
  }
}
