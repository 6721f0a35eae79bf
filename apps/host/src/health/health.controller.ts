import { type Ledger } from '@samenwerkt/ledger';
import { type Dispatcher } from '@samenwerkt/reminders';
import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Open } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { DELIVERS } from '../reminders/dispatch.module.js';
import { DISPATCHER } from '../reminders/dispatcher.token.js';

/** For those who run it; outside the API's base path. */
@ApiExcludeController()
@Open()
@Controller('health')
export class HealthController {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @Inject(DISPATCHER) private readonly dispatcher: Dispatcher,
    @Inject(DELIVERS) private readonly delivers: boolean,
  ) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** Ready when the database answers, and in a process that delivers reminders its queue as well. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const [alive, trouble] = await Promise.all([
      this.ledger.isAlive(),
      this.delivers ? this.dispatcher.trouble() : undefined,
    ]);
    const ready = alive && trouble === undefined;
    if (!ready) void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return {
      status: ready ? 'ok' : 'unavailable',
      database: alive ? 'ok' : 'geen antwoord',
      ...(this.delivers && { queue: trouble ?? 'ok' }),
    };
  }
}
