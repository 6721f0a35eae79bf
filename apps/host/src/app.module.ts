import { type Ledger } from '@samenwerkt/ledger';
import { type Dispatcher } from '@samenwerkt/reminders';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AuditModule } from './audit/audit.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CheckInsModule } from './check-ins/check-ins.module.js';
import { type Config } from './config.js';
import { ContractsModule } from './contracts/contracts.module.js';
import { DataSubjectsModule } from './data-subjects/data-subjects.module.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validation } from './http/validation.js';
import { IdentityGuard, IdentityProvider } from './identity/identity.js';
import { LedgerModule } from './ledger.module.js';
import { PackMigrationsModule } from './pack-migrations/pack-migrations.module.js';
import { PartnershipsModule } from './partnerships/partnerships.module.js';
import { DispatchModule } from './reminders/dispatch.module.js';
import { RegressionsModule } from './regressions/regressions.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { RulePacksModule } from './rule-packs/rule-packs.module.js';
import { WhatIfModule } from './what-if/what-if.module.js';

/** What answers requests; a process that only sends reminders has none of it, and is asked for its health alone. */
const API = [
  PartnershipsModule,
  CheckInsModule,
  ContractsModule,
  RulePacksModule,
  RegressionsModule,
  PackMigrationsModule,
  WhatIfModule,
  CalendarModule,
  DataSubjectsModule,
  AuditModule,
];

/** The settings that decide what there is. */
type Settings = Pick<Config, 'dispatch' | 'outbox'>;

@Module({})
export class AppModule {
  /** @param outbox folder of mail that was written as files */
  static with(ledger: Ledger, dispatcher: Dispatcher, { dispatch, outbox }: Settings): DynamicModule {
    const { role } = dispatch;
    const api = [...API, RemindersModule.with(outbox)];
    return {
      module: AppModule,
      imports: [
        LedgerModule.with(ledger),
        DispatchModule.with(dispatcher, dispatch),
        ...(role === 'worker' ? [] : api),
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
