import { type Ledger } from '@samenwerkt/ledger';
import { type Dispatcher } from '@samenwerkt/reminders';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ContractsModule } from './contracts/contracts.module.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validation } from './http/validation.js';
import { IdentityGuard, IdentityProvider } from './identity/identity.js';
import { LedgerModule } from './ledger.module.js';
import { PackMigrationsModule } from './pack-migrations/pack-migrations.module.js';
import { PartnershipsModule } from './partnerships/partnerships.module.js';
import { DispatchModule } from './reminders/dispatch.module.js';
import { type ProcessRole } from './reminders/dispatch-config.js';
import { RegressionsModule } from './regressions/regressions.module.js';
import { RulePacksModule } from './rule-packs/rule-packs.module.js';
import { WhatIfModule } from './what-if/what-if.module.js';

/** What answers requests; a process that only sends reminders has none of it, and is asked for its health alone. */
const API = [
  PartnershipsModule,
  ContractsModule,
  RulePacksModule,
  RegressionsModule,
  PackMigrationsModule,
  WhatIfModule,
];

@Module({})
export class AppModule {
  static with(ledger: Ledger, dispatcher: Dispatcher, role: ProcessRole): DynamicModule {
    return {
      module: AppModule,
      imports: [LedgerModule.with(ledger), DispatchModule.with(dispatcher, role), ...(role === 'worker' ? [] : API)],
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
