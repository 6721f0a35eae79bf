import { type PersonRole } from '@samenwerkt/access';
import { NotFound, type Credentials, type Ledger, type Place } from '@samenwerkt/ledger';
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

  /** @returns token of the new session. @throws SignInFailed, TooManyAttempts */
  async withPassword(credentials: Credentials, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const { token, device } = await this.ledger.signIn.withPassword(credentials, this.placeOf(request));
    setCookie(reply, 'sessie', token, this.site);
    // Two cookies in one answer: Fastify keeps both.
    setCookie(reply, 'apparaat', device, this.site);
    return token;
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

  /** Ends the session that the browser has, at once. */
  async out(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = readCookie(request, 'sessie', this.site);
    const signed = token === undefined ? undefined : await this.ledger.sessions.find(token);
    if (signed?.session !== undefined) await this.ledger.sessions.end(signed.person, signed.session);
    clearCookie(reply, 'sessie', this.site);
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
