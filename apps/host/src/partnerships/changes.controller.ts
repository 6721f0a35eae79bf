import { Readable } from 'node:stream';
import { type Ledger } from '@samenwerkt/ledger';
import { Controller, Get, Headers, Param, Res, type OnModuleDestroy } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { IdParam } from '../dto/contract.dto.js';
import { EVENT_STREAM } from '../http/event-stream.js';
import { answer } from '../http/schemas.js';
import { Who, type Identity } from '../identity/identity.js';
import { Needs } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { versionStream } from './version-stream.js';

/** Most streams of one person at a time: a tab each, and some to spare. */
const MOST_STREAMS = 20;

@ApiTags('partnerships')
@Controller('partnerships/:id/changes')
export class ChangesController implements OnModuleDestroy {
  private readonly ending = new AbortController();
  private readonly streams = new Map<string, number>();

  constructor(@InjectLedger() private readonly ledger: Ledger) {}

  @Get()
  @Needs('partnerships.read')
  @ApiOkResponse({ schema: answer('Version') })
  @ApiOperation({
    summary: 'De versie van een partnerschap, en met Accept: text/event-stream ook elke volgende',
    description:
      'Een stroom vertelt binnen een seconde of twee dat iemand iets vastlegde, eindigt na een minuut en kan dan opnieuw worden gevraagd. Zij houdt een aanmelding niet in leven.',
  })
  async follow(
    @Who() { scope, actor }: Identity,
    @Param() { id }: IdParam,
    @Headers('accept') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const look = () => this.ledger.partnerships.versionOf(scope, id);
    const version = await look();
    if (accept?.includes(EVENT_STREAM) !== true || !this.admit(actor.id, reply)) {
      await reply.send({ version });
      return;
    }
    const stream = Readable.from(versionStream(look, this.ending.signal));
    await reply.headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' }).type(EVENT_STREAM).send(stream);
  }

  /** Streams are no requests that pass: without an end to them, a process stops only when everybody went home. */
  onModuleDestroy(): void {
    this.ending.abort();
  }

  /** Whether somebody may have one more; it counts until the answer is over. */
  private admit(person: string, reply: FastifyReply): boolean {
    const open = this.streams.get(person) ?? 0;
    if (open >= MOST_STREAMS) return false;
    this.streams.set(person, open + 1);
    reply.raw.once('close', () => this.leave(person));
    return true;
  }

  private leave(person: string): void {
    const open = (this.streams.get(person) ?? 1) - 1;
    if (open > 0) this.streams.set(person, open);
    else this.streams.delete(person);
  }
}
