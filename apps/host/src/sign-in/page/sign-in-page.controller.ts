import { isPersonRole } from '@samenwerkt/access';
import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { InLanguage, type Language } from '../../http/language.js';
import { readCookie } from '../../identity/cookies.js';
import { csrfTokenOf, mustCarry } from '../../identity/csrf.js';
import { Open } from '../../identity/needs.js';
import { InjectSite, type Site } from '../../identity/site.js';
import { InjectLedger } from '../../ledger.module.js';
import { SigningIn } from '../signing-in.js';
import { field, formToken, mustBeOurForm, noticeOf, offersDemo, showPage, type Form } from './forms.js';
import { STYLE } from './html.js';
import { SIGN_IN_PAGE } from '../addresses.js';
import { signedInView, signInView, type Notice } from './views.js';

/** The page to sign in on, until the web application has its own. It works without scripts. */
@ApiExcludeController()
@Open()
@Controller('aanmelden')
export class SignInPageController {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectSite() private readonly site: Site,
    private readonly signingIn: SigningIn,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ) {
    const token = readCookie(request, 'sessie', this.site) ?? '';
    const signed = await this.ledger.sessions.find(token);
    if (!signed) return this.form(request, reply, language);
    showPage(reply);
    const { name } = await this.ledger.people.get(signed.organisation, signed.person);
    const { name: organisation } = await this.ledger.organisations.get(signed.organisation);
    return signedInView({ language, token: csrfTokenOf(token), name, organisation });
  }

  @Get('stijl.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return STYLE;
  }

  @Post()
  @HttpCode(303)
  async signIn(
    @Body() form: Form | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ) {
    const email = field(form, 'email').slice(0, 320);
    const credentials = { email, password: field(form, 'password').slice(0, 1024) };
    return this.orForm(request, reply, language, email, async () => {
      mustBeOurForm(form, request, this.site);
      await this.signingIn.withPassword(credentials, request, reply);
      return '/';
    });
  }

  @Post('demo')
  @HttpCode(303)
  async demo(
    @Body() form: Form | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ) {
    const role = field(form, 'role');
    return this.orForm(request, reply, language, '', async () => {
      mustBeOurForm(form, request, this.site);
      await this.signingIn.asDemo(isPersonRole(role) ? role : 'auditor', request, reply);
      return '/';
    });
  }

  @Post('afmelden')
  @HttpCode(303)
  async signOut(
    @Body() form: Form | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ) {
    return this.orForm(request, reply, language, '', async () => {
      mustCarry(field(form, 'formulier'), readCookie(request, 'sessie', this.site) ?? '');
      await this.signingIn.out(request, reply);
      return SIGN_IN_PAGE;
    });
  }

  /** Does it and goes on to the page that the act names; or shows the form with what went wrong. */
  private async orForm(
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language,
    email: string,
    act: () => Promise<string>,
  ): Promise<string> {
    try {
      void reply.header('location', await act());
      return '';
    } catch (error) {
      return this.form(request, reply, language, noticeOf(error, language, reply), email);
    }
  }

  private async form(
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language,
    notice?: Notice,
    email?: string,
  ): Promise<string> {
    const token = formToken(request, reply, this.site);
    showPage(reply);
    const demo = await offersDemo(this.ledger, this.site);
    return signInView({ language, token, notice, demo, ...(email === undefined ? {} : { email }) });
  }
}
