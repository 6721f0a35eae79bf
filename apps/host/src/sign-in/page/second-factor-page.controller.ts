import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { InLanguage, type Language } from '../../http/language.js';
import { readCookie } from '../../identity/cookies.js';
import { csrfTokenOf, mustCarry } from '../../identity/csrf.js';
import { NotSignedIn } from '../../identity/errors.js';
import { Open } from '../../identity/needs.js';
import { InjectSite, type Site } from '../../identity/site.js';
import { InjectLedger } from '../../ledger.module.js';
import { SECOND_FACTOR_PAGE } from '../addresses.js';
import { recoveryCodesView, setUpView, standingView } from './code-views.js';
import { field, noticeOf, showPage, type Form } from './forms.js';
import { SignInForm } from './sign-in-form.js';
import { type Notice } from './views.js';

/** Where confirming goes. */
const CONFIRM = `${SECOND_FACTOR_PAGE}/bevestigen`;

interface Owner {
  readonly organisation: string;
  readonly person: string;
}

/**
 * The pages on which somebody turns the code on and off. They are open because a browser without a session gets the form to
 * sign in; each looks for the session itself.
 */
@ApiExcludeController()
@Open()
@Controller('aanmelden/tweede-stap')
export class SecondFactorPageController {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectSite() private readonly site: Site,
    private readonly signInForm: SignInForm,
  ) {}

  @Get()
  show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<string> {
    return this.orNotice(request, reply, language, async () => {
      return this.standing(await this.ownerOf(request), request, reply, language);
    });
  }

  @Post()
  @HttpCode(200)
  begin(
    @Body() form: Form | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<string> {
    return this.orNotice(request, reply, language, async () => {
      const secret = await this.ledger.secondFactor.begin(await this.senderOf(request, form));
      showPage(reply);
      return setUpView({ language, token: this.tokenOf(request) }, secret, CONFIRM);
    });
  }

  @Post('bevestigen')
  @HttpCode(200)
  confirm(
    @Body() form: Form | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<string> {
    return this.orNotice(request, reply, language, async () => {
      const owner = await this.senderOf(request, form);
      showPage(reply);
      try {
        const codes = await this.ledger.secondFactor.confirm(owner, field(form, 'code').slice(0, 64));
        return recoveryCodesView(language, codes);
      } catch (error) {
        const notice = noticeOf(error, language, reply);
        const secret = await this.ledger.secondFactor.waiting(owner);
        return setUpView({ language, token: this.tokenOf(request), notice }, secret, CONFIRM);
      }
    });
  }

  @Post('uit')
  @HttpCode(200)
  turnOff(
    @Body() form: Form | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<string> {
    return this.orNotice(request, reply, language, async () => {
      const owner = await this.senderOf(request, form);
      await this.ledger.secondFactor.turnOff(owner, field(form, 'code').slice(0, 64));
      return this.standing(owner, request, reply, language);
    });
  }

  /** Whose session the browser has. @throws NotSignedIn */
  private async ownerOf(request: FastifyRequest): Promise<Owner> {
    const signed = await this.ledger.sessions.find(readCookie(request, 'sessie', this.site) ?? '');
    if (!signed) throw new NotSignedIn();
    return signed;
  }

  /** The same for a request that changes something. @throws NotSignedIn, CsrfTokenMissing */
  private async senderOf(request: FastifyRequest, form: Form | undefined): Promise<Owner> {
    const owner = await this.ownerOf(request);
    mustCarry(field(form, 'formulier'), readCookie(request, 'sessie', this.site) ?? '');
    return owner;
  }

  private tokenOf(request: FastifyRequest): string {
    return csrfTokenOf(readCookie(request, 'sessie', this.site) ?? '');
  }

  private async standing(
    owner: Owner,
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language,
    notice?: Notice,
  ): Promise<string> {
    showPage(reply);
    const standing = await this.ledger.secondFactor.standing(owner);
    return standingView({ language, token: this.tokenOf(request), notice }, standing);
  }

  /** Does it, or says what went wrong: where somebody stands, or with the form to sign in. */
  private async orNotice(
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language,
    act: () => Promise<string>,
  ): Promise<string> {
    try {
      return await act();
    } catch (error) {
      const notice = noticeOf(error, language, reply);
      if (error instanceof NotSignedIn) return this.signInForm.show(request, reply, language, notice);
      return this.standing(await this.ownerOf(request), request, reply, language, notice);
    }
  }
}
