import { type Ledger } from '@samenwerkt/ledger';
import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Language } from '../../http/language.js';
import { InjectSite, type Site } from '../../identity/site.js';
import { InjectLedger } from '../../ledger.module.js';
import { OpenIdProviders } from '../../oidc/openid-providers.js';
import { formToken, offersDemo, showPage } from './forms.js';
import { signInView, type Notice } from './views.js';

/** The form to sign in with, for every page that ends there. */
@Injectable()
export class SignInForm {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectSite() private readonly site: Site,
    private readonly providers: OpenIdProviders,
  ) {}

  async show(
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language,
    notice?: Notice,
    email?: string,
  ): Promise<string> {
    const token = formToken(request, reply, this.site);
    showPage(reply);
    const demo = await offersDemo(this.ledger, this.site);
    return signInView({ language, token, notice, demo, email, providers: this.providers.all });
  }
}
