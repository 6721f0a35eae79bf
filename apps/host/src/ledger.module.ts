import { type Ledger } from '@samenwerkt/ledger';
import { Global, Inject, Module, type DynamicModule } from '@nestjs/common';

const LEDGER = Symbol('ledger');

/** The opened ledger, as a constructor's argument. */
export const InjectLedger = () => Inject(LEDGER);

/** Hands the opened ledger to every module. */
@Global()
@Module({})
export class LedgerModule {
  static with(ledger: Ledger): DynamicModule {
    return { module: LedgerModule, providers: [{ provide: LEDGER, useValue: ledger }], exports: [LEDGER] };
  }
}
