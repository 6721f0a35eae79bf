import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser } from './browser.js';
import { ROOT, type RunningHost } from './host.js';

/** A provider that runs, and what it takes for one here. */
export interface OpenIdProvider {
  readonly issuer: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** Claims by login name. */
type Accounts = Readonly<Record<string, object>>;

/** How a provider differs from an honest one that begins anew: seconds that its clock is behind, and the port it had. */
interface Odd {
  readonly behind?: number;
  readonly port?: number;
}

/** Starts a real provider on this machine. @param ids what hosts call it in their settings */
export function startProvider(accounts: Accounts, ids: readonly string[], odd: Odd = {}): Promise<OpenIdProvider> {
  const redirectUris = ids.map((id) => `http://127.0.0.1/aanmelden/oidc/${id}/terug`);
  const settings = JSON.stringify({ accounts, redirectUris, ...odd });
  const child = spawn(process.execPath, [join(ROOT, 'test/support/openid-provider.mjs'), settings], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  let printed = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      const issuer = /^http:\/\/127\.0\.0\.1:\d+$/m.exec(printed)?.[0];
      if (issuer !== undefined) resolve({ issuer, process: child, stop: () => ended(child) });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the provider ended with ${code}:\n${printed}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** Writes the settings of a host. @returns environment for the host */
export function providersFile(folder: string, ...providers: readonly object[]): Record<string, string> {
  const file = join(folder, 'providers.json');
  writeFileSync(file, JSON.stringify(providers));
  return { OIDC_PROVIDERS_FILE: file };
}

/** A provider in the settings; more fields come over these. */
export function setting(id: string, { issuer }: Pick<OpenIdProvider, 'issuer'>, more: object = {}): object {
  const title = { nl: `Aanbieder ${id}`, en: `Provider ${id}` };
  return { id, title, issuer, clientId: 'samenwerkt', clientSecret: 'zeer geheim', ...more };
}

/** Somebody who signs in by a provider: their browser at the host, and the same browser at the provider. */
export class Visitor {
  readonly here: Browser;
  private readonly there: Browser;

  constructor(
    host: RunningHost,
    private readonly provider: Pick<OpenIdProvider, 'issuer'>,
  ) {
    this.here = new Browser(host);
    this.there = new Browser({ ...host, url: provider.issuer });
  }

  /** Goes to the provider. @returns the address there that the host sends them to */
  async start(id: string): Promise<URL> {
    const response = await this.here.ask('GET', `/aanmelden/oidc/${id}`);
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${response.status} ${await response.text()}`);
    return new URL(location);
  }

  /** Signs in and agrees there, or says no. @returns the address, at the host, to which the provider sends them back */
  async identify(address: URL, login: string | undefined): Promise<URL> {
    for (let next = address; ;) {
      if (next.origin !== this.provider.issuer) return next;
      const response = await this.there.ask('GET', next.pathname + next.search);
      const to = response.headers.get('location');
      next = to === null ? await this.answer(next, await response.text(), login) : new URL(to, next);
    }
  }

  /** Comes back. */
  back({ pathname, search }: URL): Promise<Response> {
    return this.here.ask('GET', pathname + search);
  }

  /** The whole way. */
  async signIn(id: string, login?: string): Promise<Response> {
    return this.back(await this.identify(await this.start(id), login));
  }

  /** What somebody does with the provider's form. @returns where that leads */
  private async answer(at: URL, page: string, login: string | undefined): Promise<URL> {
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (prompt === undefined) throw new Error(`no form at ${at.href}:\n${page}`);
    if (login === undefined) return new URL(`${at.pathname}/abort`, at);
    const form = new URLSearchParams({ prompt, login, password: 'x' });
    const response = await this.there.ask('POST', at.pathname, form);
    return new URL(response.headers.get('location') ?? '', at);
  }
}
