import { ACTIONS, permits, roleTitle, type Action } from '@samenwerkt/access';
import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { IdParam } from '../dto/contract.dto.js';
import { InLanguage, type Language } from '../http/language.js';
import { answer } from '../http/schemas.js';
import { readCookie } from '../identity/cookies.js';
import { csrfTokenOf } from '../identity/csrf.js';
import { NotSignedIn } from '../identity/errors.js';
import { identityOf, Who, type Identity } from '../identity/identity.js';
import { Needs, Open } from '../identity/needs.js';
import { InjectSite, type Site } from '../identity/site.js';
import { InjectLedger } from '../ledger.module.js';
import { CredentialsDto, DemoRoleDto } from './session.dto.js';
import { SigningIn } from './signing-in.js';

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectSite() private readonly site: Site,
    private readonly signingIn: SigningIn,
  ) {}

  @Post('session')
  @Open()
  @ApiCreatedResponse({ schema: answer('Session') })
  @ApiOperation({
    summary: 'Meld u aan met e-mailadres en wachtwoord',
    description: 'Zet een cookie. 401 als ze niet bij elkaar horen; 429 met Retry-After na te veel mislukte pogingen.',
  })
  async signIn(
    @Body() credentials: CredentialsDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ) {
    return this.describe(await this.signingIn.withPassword(credentials, request, reply), language);
  }

  @Post('session/demo')
  @Open()
  @ApiCreatedResponse({ schema: answer('Session') })
  @ApiOperation({
    summary: 'Meld u aan als iemand uit de demo',
    description: 'Alleen met demogegevens, op een server die alleen vanaf deze machine te bereiken is; anders 404.',
  })
  async signInAsDemo(
    @Body() { role }: DemoRoleDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ) {
    return this.describe(await this.signingIn.asDemo(role, request, reply), language);
  }

  @Get('session')
  @Needs('sessions.own')
  @ApiOkResponse({ schema: answer('Session') })
  @ApiOperation({ summary: 'Wie u bent, wat u mag, en het token dat wijzigende verzoeken meesturen als X-CSRF-Token' })
  async show(@Req() request: FastifyRequest, @InLanguage() language: Language) {
    return this.describe(readCookie(request, 'sessie', this.site) ?? '', language);
  }

  @Delete('session')
  @HttpCode(204)
  @Needs('sessions.own')
  @ApiNoContentResponse()
  @ApiOperation({ summary: 'Meld u af' })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signingIn.out(request, reply);
  }

  @Get('sessions')
  @Needs('sessions.own')
  @ApiOkResponse({ schema: answer('Sessions') })
  @ApiOperation({ summary: 'Waar u bent aangemeld, nieuwste eerst' })
  async list(@Who() { actor, session }: Identity) {
    const rows = await this.ledger.sessions.list(actor.id);
    return { items: rows.map((row) => ({ ...row, current: row.id === session })) };
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Needs('sessions.own')
  @ApiNoContentResponse()
  @ApiOperation({ summary: 'Beëindig een aanmelding, meteen' })
  async end(@Who() { actor }: Identity, @Param() { id }: IdParam): Promise<void> {
    await this.ledger.sessions.end(actor.id, id);
  }

  private async describe(token: string, language: Language) {
    const signed = await this.ledger.sessions.find(token);
    if (!signed) throw new NotSignedIn();
    const { organisation, actor, roles } = identityOf(signed);
    const { id, name, email } = await this.ledger.people.get(organisation, actor.id);
    const { name: called } = await this.ledger.organisations.get(organisation);
    return {
      csrfToken: csrfTokenOf(token),
      person: { id, name, email },
      organisation: { id: organisation, name: called },
      roles: roles.map((role) => ({ id: role, title: roleTitle(role)[language] })),
      actions: (Object.keys(ACTIONS) as Action[]).filter((action) => permits(roles, action)),
    };
  }
}
