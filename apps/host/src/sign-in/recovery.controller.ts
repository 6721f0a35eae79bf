import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { answer } from '../http/schemas.js';
import { Open } from '../identity/needs.js';
import { InjectLedger } from '../ledger.module.js';
import { InjectPost, type Post as PostOffice } from './post.module.js';
import { NewPasswordDto, RecoveryDto } from './session.dto.js';

@ApiTags('session')
@Controller()
export class RecoveryController {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectPost() private readonly post: PostOffice,
  ) {}

  @Post('recoveries')
  @HttpCode(202)
  @Open()
  @ApiResponse({
    status: 202,
    description: 'Als het adres hier bekend is, gaat er een bericht heen; het antwoord is altijd hetzelfde',
  })
  @ApiOperation({ summary: 'Vraag een nieuw wachtwoord aan' })
  async recover(@Body() { email }: RecoveryDto, @Req() { ip }: FastifyRequest): Promise<void> {
    await this.ledger.signIn.recover(email, { address: ip });
    this.post.nudge();
  }

  @Get('one-time-links/:token')
  @Open()
  @ApiOkResponse({ schema: answer('OneTimeLink') })
  @ApiOperation({
    summary: 'Voor wie een link is; kijken verbruikt haar niet',
    description: '404 als zij niet (meer) werkt.',
  })
  holder(@Param('token') token: string) {
    return this.ledger.oneTimeLinks.holder(token);
  }

  @Post('one-time-links/:token')
  @HttpCode(204)
  @Open()
  @ApiNoContentResponse({ description: 'Het wachtwoord is gekozen; meld u nu aan' })
  @ApiOperation({
    summary: 'Kies een wachtwoord met een link',
    description: 'Kan één keer, en beëindigt alle aanmeldingen.',
  })
  async use(@Param('token') token: string, @Body() { password }: NewPasswordDto): Promise<void> {
    await this.ledger.oneTimeLinks.use(token, password);
  }
}
