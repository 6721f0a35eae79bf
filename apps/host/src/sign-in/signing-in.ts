import { type PersonRole } from '@samenwerkt/access';
import {
  CodeNeeded,
  CodeSetUpNeeded,
  NotFound,
  type Admission,
  type Credentials,
  type Ledger,
  type Place,
  type SignedIn,
  type Vouched,
} from '@samenwerkt/ledger';
import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { clearCookie, readCookie, setCookie } from '../identity/cookies.js';
import { InjectSite, type Site } from '../identity/site.js';
import { InjectLedger } from '../ledger.module.js';

/** Signing in and out in a browser: what happens to the cookies, for the API and for the page alike. */
@Injectable()
export class SigningIn {
  constructor(
    @InjectLedger() private readonly ledger: Ledger,
    @InjectSite() private readonly site: Site,
  ) {}

  /**
   * @returns token of the new session
   * @throws SignInFailed, TooManyAttempts; CodeNeeded and CodeSetUpNeeded, whose step the browser then has in a cookie
   */
  async withPassword(credentials: Credentials, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    try {
      return this.keep(await this.ledger.signIn.withPassword(credentials, this.placeOf(request)), reply);
    } catch (error) {
      if (error instanceof CodeNeeded || error instanceof CodeSetUpNeeded)
        setCookie(reply, 'stap', error.step, this.site);
      throw error;
    }
  }

  /** The code after the password. @returns token of the new session. @throws SignInStepGone, CodeWrong, TooManyAttempts */
  async withCode(code: string, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const step = this.stepOf(request);
    const signed = await this.ledger.signIn.withCode(step, code, this.placeOf(request));
    clearCookie(reply, 'stap', this.site);
    return this.keep(signed, reply);
  }

  /** The first code of somebody who must have one. @returns recovery codes. @throws SignInStepGone, SecondFactorState, CodeWrong */
  async withFirstCode(code: string, request: FastifyRequest, reply: FastifyReply): Promise<readonly string[]> {
    const step = this.stepOf(request);
    const signed = await this.ledger.signIn.withFirstCode(step, code, this.placeOf(request));
    clearCookie(reply, 'stap', this.site);
    this.keep(signed, reply);
    return signed.recoveryCodes;
  }

  /** Whoever a provider vouches for. @throws as {@link Ledger.identities}.signIn */
  async asVouched(vouched: Vouched, admission: Admission, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { token } = await this.ledger.identities.signIn(vouched, admission, this.placeOf(request));
    setCookie(reply, 'sessie', token, this.site);
  }

  /** Token of the step that the browser is at; empty when it is at none. */
  stepOf(request: FastifyRequest): string {
    return readCookie(request, 'stap', this.site) ?? '';
  }

  /** Takes on a demo account. @returns token of the new session. @throws NotFound where there are none */
  async asDemo(role: PersonRole, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    if (!this.site.local) throw new NotFound({ nl: 'demo-account met de rol', en: 'demo account with the role' }, role);
    const { id } = await this.ledger.people.demo(role);
    const { program, session } = this.placeOf(request);
    const { token } = await this.ledger.sessions.open(id, program, session);
    setCookie(reply, 'sessie', token, this.site);
    return token;
  }

  /** Ends the session that the browser has, at once. @returns id of the provider that had opened it */
  async out(request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    const token = readCookie(request, 'sessie', this.site);
    const signed = token === undefined ? undefined : await this.ledger.sessions.find(token);
    if (signed?.session !== undefined) await this.ledger.sessions.signOut(signed.person, signed.session);
    clearCookie(reply, 'sessie', this.site);
    return signed?.provider;
  }

  /** Two cookies in one answer: Fastify keeps both. */
  private keep({ token, device }: SignedIn, reply: FastifyReply): string {
    setCookie(reply, 'sessie', token, this.site);
    setCookie(reply, 'apparaat', device, this.site);
    return token;
  }

  placeOf(request: FastifyRequest): Place {
    return {
      address: request.ip,
      program: request.headers['user-agent'] ?? '',
      device: readCookie(request, 'apparaat', this.site),
      session: readCookie(request, 'sessie', this.site),
    };
  }
}
