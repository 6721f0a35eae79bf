import { type Ledger } from '@samenwerkt/ledger';
import { Injectable, Logger, Module, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { InjectLedger } from '../ledger.module.js';
import { type ProcessRole } from '../reminders/dispatch-config.js';

/** Milliseconds. The ledger looks at each organisation once a day; what was cut short is taken up within the hour. */
const AN_HOUR = 3_600_000;

/** Has the ledger look whose term is over. Every such process does; a lease lets one of them through. */
@Injectable()
class DailyLook implements OnApplicationBootstrap {
  private readonly logger = new Logger('Retention');

  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  onApplicationBootstrap(): void {
    this.look();
  }

  @Interval(AN_HOUR)
  look(): void {
    this.ledger.retention.look().catch((error: unknown) => this.logger.error(String(error)));
  }
}

/** Erases people when the term of their organisation is over, in the processes that work in the background. */
@Module({})
export class RetentionModule {
  static with(role: ProcessRole): DynamicModule {
    return { module: RetentionModule, providers: role === 'api' ? [] : [DailyLook] };
  }
}
