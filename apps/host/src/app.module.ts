import { type Ledger } from '@samenwerkt/ledger';
import { type AccountPost, type Dispatcher } from '@samenwerkt/reminders';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AuditModule } from './audit/audit.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CheckInsModule } from './check-ins/check-ins.module.js';
import { type Config } from './config.js';
import { ContractsModule } from './contracts/contracts.module.js';
import { DataSubjectsModule } from './data-subjects/data-subjects.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { HandoversModule } from './handovers/handovers.module.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validation } from './http/validation.js';
import { IdentityGuard } from './identity/identity.guard.js';
import { SITE, type Site } from './identity/site.js';
import { LedgerModule } from './ledger.module.js';
import { provideLimits, type Limits } from './limits/limits.js';
import { OidcModule } from './oidc/oidc.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { type PackLoader } from './organisations/pack-loader.js';
import { PackMigrationsModule } from './pack-migrations/pack-migrations.module.js';
import { PartnershipExportsModule } from './partnership-exports/partnership-exports.module.js';
import { PartnershipsModule } from './partnerships/partnerships.module.js';
import { PeopleModule } from './people/people.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { RetentionModule } from './privacy/retention.module.js';
import { DispatchModule } from './reminders/dispatch.module.js';
import { RecentChangesModule } from './recent-changes/recent-changes.module.js';
import { RegressionsModule } from './regressions/regressions.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { RulePacksModule } from './rule-packs/rule-packs.module.js';
import { PostModule } from './sign-in/post.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { WhatIfModule } from './what-if/what-if.module.js';
import { WorkListModule } from './work-list/work-list.module.js';

/** What answers requests; a process that only sends reminders has none of it, and is asked for its health alone. */
const API = [
  HandoversModule,
  WorkListModule,
  PartnershipExportsModule,
  PartnershipsModule,
  CheckInsModule,
  EvidenceModule,
  ContractsModule,
  RulePacksModule,
  RecentChangesModule,
  RegressionsModule,
  PackMigrationsModule,
  WhatIfModule,
  CalendarModule,
  DataSubjectsModule,
  PrivacyModule,
  SignInModule,
  PeopleModule,
  AuditModule,
];

/** The settings that decide what there is; `outbox` is the folder of mail that was written as files. */
type Settings = Pick<Config, 'dispatch' | 'outbox' | 'site' | 'providers'>;

/** What a host is made of beside its modules. */
export interface Parts {
  readonly ledger: Ledger;
  readonly dispatcher: Dispatcher;
  /** Sends letters about accounts. */
  readonly post: AccountPost;
  /** Gives a new organisation its packs. */
  readonly loadPacks: PackLoader;
}

/** Tells every module what this server is to whoever comes to it, and how much they may ask. */
@Global()
@Module({})
class SiteModule {
  static with(site: Site, limits: Limits): DynamicModule {
    const providers = [{ provide: SITE, useValue: site }, provideLimits(limits)];
    return { module: SiteModule, providers, exports: providers };
  }
}

@Module({})
export class AppModule {
  static with(
    { ledger, dispatcher, post, loadPacks, limits }: Parts & { limits: Limits },
    settings: Settings,
  ): DynamicModule {
    const { dispatch, outbox, site, providers } = settings;
    const { role } = dispatch;
    const api = [...API, RemindersModule.with(outbox), OrganisationsModule.with(loadPacks)];
    return {
      module: AppModule,
      imports: [
        DiscoveryModule,
        SiteModule.with(site, limits),
        OidcModule.with(providers),
        LedgerModule.with(ledger),
        DispatchModule.with(dispatcher, dispatch),
        PostModule.with(post, role),
        RetentionModule.with(role),
        ...(role === 'worker' ? [] : api),
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_GUARD, useClass: IdentityGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validation },
      ],
    };
  }
}
