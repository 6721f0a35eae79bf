import { isPersonRole } from '@samenwerkt/access';
import { CodeNeeded, CodeSetUpNeeded, type Ledger } from '@samenwerkt/ledger';
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
import { OpenIdProviders } from '../../oidc/openid-providers.js';
import { backTo } from '../../oidc/back-to.js';
import { CODE_PAGE, SIGN_IN_PAGE, SIGNED_IN } from '../addresses.js';
import { field, mustBeOurForm, noticeOf, showPage, type Form } from './forms.js';
import { STYLE } from './html.js';
import { SignInForm } from './sign-in-form.js';
import { signedInView, signedOutView } from './views.js';

/** The page to sign in on, until the web application has its own. It works without scripts. */
@ApiExcludeController()
@Open()
@Controller('aanmelden')
export class SignInPageController {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectSite() private readonly site: Site,
    private readonly signingIn: SigningIn,
    private readonly form: SignInForm,
    private readonly providers: OpenIdProviders,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ) {
    const token = readCookie(request, 'sessie', this.site) ?? '';
    const signed = await this.ledger.sessions.find(token);
    if (!signed) return this.form.show(request, reply, language);
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
      return SIGNED_IN;
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
      return SIGNED_IN;
    });
  }

  /** Where a provider signed somebody in, they are told that they may still be signed in there. */
  @Post('afmelden')
  @HttpCode(303)
  async signOut(
    @Body() form: Form | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ) {
    let opened: string | undefined;
    const shown = await this.orForm(request, reply, language, '', async () => {
      mustCarry(field(form, 'formulier'), readCookie(request, 'sessie', this.site) ?? '');
      opened = await this.signingIn.out(request, reply);
      return SIGN_IN_PAGE;
    });
    const provider = this.providers.all.find(({ id }) => id === opened);
    if (!provider) return shown;
    void reply.status(200).removeHeader('location');
    showPage(reply);
    return signedOutView(language, provider, await this.providers.endOf(provider, backTo(request, this.site)));
  }

  /** Does it and goes on to the page that the act names, or to where the code is asked; or shows the form with what went wrong. */
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
      if (!(error instanceof CodeNeeded || error instanceof CodeSetUpNeeded))
        return this.form.show(request, reply, language, noticeOf(error, language, reply), email);
      void reply.header('location', CODE_PAGE);
      return '';
    }
  }
}
