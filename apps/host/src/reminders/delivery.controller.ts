import { secondsBetween } from '@samenwerkt/calendar';
import { COUNTED_TO, type Ledger } from '@samenwerkt/ledger';
import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequestError } from '../http/errors.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { BOARD_ADDRESS, InjectDispatcher, type DispatcherPort } from './dispatcher.token.js';

@ApiTags('reminders')
@Controller('reminders')
export class DeliveryController {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectDispatcher() private readonly dispatcher: DispatcherPort | undefined,
    @Inject(BOARD_ADDRESS) private readonly board: string | null,
  ) {}

  @Get('health')
  @Needs('queues.read')
  @ApiOkResponse({ schema: answer('ReminderHealth') })
  @ApiOperation({
    summary: 'Hoe het staat: aantallen per staat, wat te laat is, en hoe het versturen gaat',
    description: `Er wordt geteld tot ${COUNTED_TO}; dat getal betekent: zoveel of meer.`,
  })
  async health(@Who() { organisation }: Identity) {
    const { counts, late, maybeTwice } = await this.ledger.reminders.health(organisation);
    const lagSeconds = late.since === null ? 0 : secondsBetween(late.since, this.ledger.clock());
    return {
      counts,
      countedTo: COUNTED_TO,
      late: { ...late, lagSeconds: Math.max(0, Math.round(lagSeconds)) },
      maybeTwice,
      dispatcher: (await this.dispatcher?.health()) ?? null,
      board: this.board,
    };
  }

  @Post('reconciliations')
  @Needs('queues.reconcile')
  @HttpCode(200)
  @ApiOkResponse({ schema: answer('Reconciliation') })
  @ApiOperation({
    summary: 'Kijk nu of alles wat wacht ook in de wachtrij staat',
    description: 'Dat gebeurt ook vanzelf. 503 als dit proces niet verstuurt.',
  })
  async reconcile(@Who() { organisation, actor }: Identity) {
    if (this.dispatcher) {
      const subject = { kind: 'queue', id: 'mail' };
      await this.ledger.audit.note({ organisation, actor: actor.id, action: 'delivery.reconciled', subject });
      return this.dispatcher.reconcile();
    }
    throw new RequestError('dispatcher-absent', 503, {
      nl: 'Dit proces verstuurt geen herinneringen. Vraag het aan een proces dat dat wel doet, of gebruik: samenwerkt reminders reconcile',
      en: 'This process sends no reminders. Ask one that does, or use: samenwerkt reminders reconcile',
    });
  }
}
