import { SignInStepGone, type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { InLanguage, type Language } from '../../http/language.js';
import { Open } from '../../identity/needs.js';
import { InjectSite, type Site } from '../../identity/site.js';
import { InjectLedger } from '../../ledger.module.js';
import { CODE_PAGE, SIGNED_IN } from '../addresses.js';
import { SigningIn } from '../signing-in.js';
import { codeView, recoveryCodesView, setUpView } from './code-views.js';
import { field, formToken, mustBeOurForm, noticeOf, showPage, type Form } from './forms.js';
import { SignInForm } from './sign-in-form.js';
import { type Notice } from './views.js';

/** Between password and session: the page for the code, or for setting one up where the organisation asks it. */
@ApiExcludeController()
@Open()
@Controller('aanmelden/code')
export class CodePageController {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectSite() private readonly site: Site,
    private readonly signingIn: SigningIn,
    private readonly form: SignInForm,
  ) {}

  /** Whoever opens it to set a code up gets a new secret: one that somebody else may have seen is worth nothing. */
  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<string> {
    try {
      const step = await this.ledger.signIn.step(this.signingIn.stepOf(request));
      if (!step.hasCode) await this.ledger.secondFactor.begin(step);
      return await this.page(request, reply, language);
    } catch (error) {
      return this.form.show(request, reply, language, noticeOf(error, language, reply));
    }
  }

  @Post()
  @HttpCode(200)
  async take(
    @Body() form: Form | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<string> {
    const code = field(form, 'code').slice(0, 64);
    try {
      mustBeOurForm(form, request, this.site);
      const { hasCode } = await this.ledger.signIn.step(this.signingIn.stepOf(request));
      if (!hasCode) return this.switchedOn(reply, language, await this.signingIn.withFirstCode(code, request, reply));
      await this.signingIn.withCode(code, request, reply);
      void reply.status(303).header('location', SIGNED_IN);
      return '';
    } catch (error) {
      const notice = noticeOf(error, language, reply);
      if (error instanceof SignInStepGone) return this.form.show(request, reply, language, notice);
      return this.page(request, reply, language, notice);
    }
  }

  private async page(request: FastifyRequest, reply: FastifyReply, language: Language, notice?: Notice) {
    const step = await this.ledger.signIn.step(this.signingIn.stepOf(request));
    const token = formToken(request, reply, this.site);
    showPage(reply);
    if (step.hasCode) return codeView({ language, token, notice });
    return setUpView({ language, token, notice }, await this.ledger.secondFactor.waiting(step), CODE_PAGE);
  }

  private switchedOn(reply: FastifyReply, language: Language, codes: readonly string[]): string {
    showPage(reply);
    return recoveryCodesView(language, codes);
  }
}
