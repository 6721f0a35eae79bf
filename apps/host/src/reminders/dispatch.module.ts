import { type Dispatcher } from '@samenwerkt/reminders';
import { Global, Inject, Injectable, Module, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval, ScheduleModule } from '@nestjs/schedule';
import { boardAddress } from '../board/board-address.js';
import { type DispatchConfig } from './dispatch-config.js';
import { BOARD_ADDRESS, DISPATCHER } from './dispatcher.token.js';
import { SENDER, senderOf } from './sender.js';

/** Whether this process delivers reminders. */
export const DELIVERS = Symbol('delivers');

/** Often enough that a retry waits hardly longer than it should; the lease lasts twice as long. */
const FIFTEEN_SECONDS = 15_000;

/** Has the dispatcher look for work. Every process does; the ledger's lease lets one of them through. */
@Injectable()
class Scanner implements OnApplicationBootstrap {
  constructor(@Inject(DISPATCHER) private readonly dispatcher: Dispatcher) {}

  onApplicationBootstrap(): void {
    this.dispatcher.start();
    void this.dispatcher.scan();
  }

  @Interval(FIFTEEN_SECONDS)
  async scan(): Promise<void> {
    await this.dispatcher.scan();
  }
}

/** Gets reminders out, in the processes that do that. */
@Global()
@Module({})
export class DispatchModule {
  static with(
    dispatcher: Dispatcher,
    config: Pick<DispatchConfig, 'role' | 'publicUrl' | 'board' | 'redisUrl'>,
  ): DynamicModule {
    const delivers = config.role !== 'api';
    const board = boardAddress({ mode: config.board, redisUrl: config.redisUrl });
    return {
      module: DispatchModule,
      imports: delivers ? [ScheduleModule.forRoot()] : [],
      providers: [
        { provide: DISPATCHER, useValue: dispatcher },
        { provide: BOARD_ADDRESS, useValue: board },
        { provide: DELIVERS, useValue: delivers },
        { provide: SENDER, useValue: senderOf(config) },
        ...(delivers ? [Scanner] : []),
      ],
      exports: [DISPATCHER, BOARD_ADDRESS, DELIVERS, SENDER],
    };
  }
}
