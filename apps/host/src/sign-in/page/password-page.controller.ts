import { type Ledger } from '@samenwerkt/ledger';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { InLanguage, type Language } from '../../http/language.js';
import { Open } from '../../identity/needs.js';
import { InjectSite, type Site } from '../../identity/site.js';
import { InjectLedger } from '../../ledger.module.js';
import { InjectPost, type Post as PostOffice } from '../post.module.js';
import { field, formToken, mustBeOurForm, noticeOf, showPage, type Form } from './forms.js';
import { forgottenView, noticeView, passwordView, WORDS, type Notice } from './views.js';

/** The pages on which somebody asks for a link and chooses a password with it. */
@ApiExcludeController()
@Open()
@Controller('aanmelden')
export class PasswordPageController {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectSite() private readonly site: Site,
    @InjectPost() private readonly post: PostOffice,
  ) {}

  @Get('vergeten')
  forgotten(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
    notice?: Notice,
  ): string {
    const token = formToken(request, reply, this.site);
    showPage(reply);
    return forgottenView({ language, token, notice });
  }

  @Post('vergeten')
  @HttpCode(200)
  async recover(
    @Body() form: Form | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<string> {
    try {
      mustBeOurForm(form, request, this.site);
      await this.ledger.signIn.recover(field(form, 'email').slice(0, 320), { address: request.ip });
    } catch (error) {
      return this.forgotten(request, reply, language, noticeOf(error, language, reply));
    }
    this.post.nudge();
    showPage(reply);
    const { forgotten, sent } = WORDS[language];
    return noticeView(language, forgotten, { text: sent, good: true });
  }

  @Get('uitnodiging/:link')
  async choose(
    @Param('link') link: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
    notice?: Notice,
  ): Promise<string> {
    const token = formToken(request, reply, this.site);
    showPage(reply);
    try {
      return passwordView({ language, token, notice, link, holder: await this.ledger.oneTimeLinks.holder(link) });
    } catch (error) {
      return noticeView(language, WORDS[language].linkGone, noticeOf(error, language, reply));
    }
  }

  @Post('uitnodiging/:link')
  @HttpCode(200)
  async use(
    @Param('link') link: string,
    @Body() form: Form | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<string> {
    try {
      mustBeOurForm(form, request, this.site);
      await this.ledger.oneTimeLinks.use(link, field(form, 'password').slice(0, 1024));
    } catch (error) {
      return this.choose(link, request, reply, language, noticeOf(error, language, reply));
    }
    showPage(reply);
    const { choose, chosen } = WORDS[language];
    return noticeView(language, choose, { text: chosen, good: true });
  }
}
