import { type Ledger } from '@samenwerkt/ledger';
import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { InjectLedger } from '../ledger.module.js';

/** For those who run it; outside the API's base path. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const alive = await this.ledger.isAlive();
    if (!alive) void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: alive ? 'ok' : 'unavailable', database: alive ? 'ok' : 'geen antwoord' };
  }
}
