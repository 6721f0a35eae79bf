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
import { OpenIdProviders } from '../oidc/openid-providers.js';
import { PROVIDER_PAGE } from './addresses.js';
import { CodeDto, CredentialsDto, DemoRoleDto } from './session.dto.js';
import { SigningIn } from './signing-in.js';

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectSite() private readonly site: Site,
    private readonly signingIn: SigningIn,
    private readonly providers: OpenIdProviders,
  ) {}

  @Post('session')
  @Open()
  @ApiCreatedResponse({ schema: answer('Session') })
  @ApiOperation({
    summary: 'Meld u aan met e-mailadres en wachtwoord',
    description:
      'Zet een cookie. 401 als ze niet bij elkaar horen; 429 met Retry-After na te veel mislukte pogingen. 401 code-needed als er nog een code bij hoort: die volgt met POST /session/code.',
  })
  async signIn(
    @Body() credentials: CredentialsDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ) {
    return this.describe(await this.signingIn.withPassword(credentials, request, reply), language);
  }

  @Post('session/code')
  @Open()
  @ApiCreatedResponse({ schema: answer('Session') })
  @ApiOperation({
    summary: 'Geef na het wachtwoord de code uit de authenticator-app, of een herstelcode',
    description:
      'Na een 401 code-needed van POST /session, met het cookie daarvan, binnen tien minuten. 422 als de code niet klopt, 429 met Retry-After na te veel verkeerde. Na een 401 code-set-up-needed gaat het verder op /aanmelden/code.',
  })
  async giveCode(
    @Body() { code }: CodeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ) {
    return this.describe(await this.signingIn.withCode(code, request, reply), language);
  }

  @Get('session/providers')
  @Open()
  @ApiOkResponse({ schema: answer('SignInProviders') })
  @ApiOperation({ summary: 'Andere partijen waarmee u zich kunt aanmelden, en waar dat begint' })
  listProviders(@InLanguage() language: Language) {
    const { all } = this.providers;
    return { items: all.map(({ id, title }) => ({ id, title: title[language], address: `${PROVIDER_PAGE}/${id}` })) };
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
