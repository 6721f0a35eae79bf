import { ProviderSignInGone, type Ledger } from '@samenwerkt/ledger';
import { Controller, Get, HttpCode, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { InLanguage, type Language } from '../http/language.js';
import { clearCookie, readCookie, setCookie } from '../identity/cookies.js';
import { Open } from '../identity/needs.js';
import { InjectSite, type Site } from '../identity/site.js';
import { InjectLedger } from '../ledger.module.js';
import { SIGNED_IN } from '../sign-in/addresses.js';
import { SigningIn } from '../sign-in/signing-in.js';
import { noticeOf } from '../sign-in/page/forms.js';
import { SignInForm } from '../sign-in/page/sign-in-form.js';
import { redirectUri } from './back-to.js';
import { vouchedOf } from './claims.js';
import { OpenIdProviders } from './openid-providers.js';
import { isStateOf } from './round-trip.js';

/** Signing in by another party: the way there, and the way back (OpenID Connect, authorization code with PKCE). */
@ApiExcludeController()
@Open()
@Controller('aanmelden/oidc')
export class OidcController {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectSite() private readonly site: Site,
    private readonly providers: OpenIdProviders,
    private readonly signingIn: SigningIn,
    private readonly form: SignInForm,
  ) {}

  @Get(':provider')
  @HttpCode(303)
  async start(
    @Param('provider') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<string> {
    return this.orForm(request, reply, language, async () => {
      const provider = this.providers.get(id);
      const secret = await this.ledger.providerSignIns.begin(id);
      const there = await this.providers.startOf(provider, secret, redirectUri(request, this.site, id));
      setCookie(reply, 'aanbieder', secret, this.site);
      return there;
    });
  }

  @Get(':provider/terug')
  @HttpCode(303)
  async back(
    @Param('provider') id: string,
    @Query('state') state: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<string> {
    return this.orForm(request, reply, language, async () => {
      const provider = this.providers.get(id);
      const secret = readCookie(request, 'aanbieder', this.site);
      // Another sign-in may be on its way in this browser: what does not belong to it must not end it.
      if (secret === undefined || !isStateOf(secret, state)) throw new ProviderSignInGone();
      clearCookie(reply, 'aanbieder', this.site);
      await this.ledger.providerSignIns.finish(id, secret);
      const came = new URL(redirectUri(request, this.site, id));
      came.search = new URL(request.url, came).search;
      const claims = await this.providers.finish(provider, secret, came);
      await this.signingIn.asVouched(vouchedOf(provider, claims), provider, request, reply);
      return SIGNED_IN;
    });
  }

  /** Goes on to an address, or shows the form with what went wrong. */
  private async orForm(
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language,
    act: () => Promise<string>,
  ): Promise<string> {
    try {
      void reply.header('location', await act());
      return '';
    } catch (error) {
      return this.form.show(request, reply, language, noticeOf(error, language, reply));
    }
  }
}
