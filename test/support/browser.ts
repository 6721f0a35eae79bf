import { type RunningHost } from './host.js';
import { PASSWORD, type Member } from './people.js';

/** Somebody at a browser: it keeps the cookies that it is given, and sends them along. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  /** What requests that change something carry, once somebody signed in. */
  csrf: string | undefined;

  constructor(private readonly host: RunningHost) {}

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** @param path under the address of the host */
  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const isForm = body instanceof URLSearchParams;
    const sent = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.host.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(sent === '' ? {} : { cookie: sent }),
        ...(this.csrf === undefined ? {} : { 'x-csrf-token': this.csrf }),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  /** Asks the API, and reads what it answers. */
  async api(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await this.ask(method, `/api/v1${path}`, body, headers);
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
      response,
    };
  }

  /** Signs in, and remembers what goes along with requests that change something. */
  async signIn({ email }: Pick<Member, 'email'>, password = PASSWORD) {
    const answer = await this.api('POST', '/session', { email, password });
    if (answer.status === 201) this.csrf = String(answer.body['csrfToken']);
    return answer;
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    if (/max-age=0\b/i.test(line)) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
