import { type RunningHost } from './host.js';
import { type Member } from './people.js';

/** An answer with its body read as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // The tests look into answers freely; what is not there shows as undefined in an assertion.
  readonly body: Json;
}

interface Json {
  readonly [key: string]: Json;
}

type Headers_ = Record<string, string>;

export async function get(host: RunningHost, path: string, headers: Headers_ = {}): Promise<Answer> {
  return read(await fetch(`${host.api}${path}`, { headers: { ...signed(host), ...headers } }));
}

export function post(host: RunningHost, path: string, body: unknown, headers: Headers_ = {}): Promise<Answer> {
  return sendJson(host, 'POST', path, body, headers);
}

export function patch(host: RunningHost, path: string, body: unknown, headers: Headers_ = {}): Promise<Answer> {
  return sendJson(host, 'PATCH', path, body, headers);
}

export function put(host: RunningHost, path: string, body: unknown): Promise<Answer> {
  return sendJson(host, 'PUT', path, body, {});
}

export async function remove(host: RunningHost, path: string): Promise<Answer> {
  return read(await fetch(`${host.api}${path}`, { method: 'DELETE', headers: signed(host) }));
}

async function sendJson(host: RunningHost, method: string, path: string, body: unknown, headers: Headers_) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return read(
    await fetch(`${host.api}${path}`, {
      method,
      body: text,
      headers: { 'content-type': 'application/json', ...signed(host), ...headers },
    }),
  );
}

/** The same host, asked by somebody else. */
export function asked(host: RunningHost, member: Member): RunningHost {
  return { ...host, member };
}

/** In whose name it is asked. */
export function signed({ member }: RunningHost): Headers_ {
  return { authorization: `Bearer ${member.token}` };
}

/** Sends bytes as they are. */
export async function send(host: RunningHost, path: string, bytes: Uint8Array, type: string): Promise<Answer> {
  const body = Buffer.from(bytes);
  const headers = { 'content-type': type, ...signed(host) };
  return read(await fetch(`${host.api}${path}`, { method: 'POST', body, headers }));
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Json };
}

/** Facts of a contract that every pack accepts. */
export const CONTRACT = {
  kenmerk: 'C-2024-001',
  titel: 'Schoonmaak stadskantoren',
  categorie: 'schoonmaak',
  soort: 'dienst',
  waarde: '1440000.00',
  loonsom: '900000.00',
  arbeidsaandeel: '62',
  start: '2024-01-01',
  einde: '2027-12-31',
  procedure: 'Europees openbaar',
};

/** A partnership on a contract of its own; gives its id. */
export async function startPartnership(
  host: RunningHost,
  options: { pack?: string; lifecycle?: string; kenmerk?: string; facts?: object } = {},
): Promise<string> {
  const {
    pack = 'utrecht-bouwblokken',
    lifecycle = 'stappenplan-2020',
    kenmerk = `C-${Math.random()}`,
    facts,
  } = options;
  const contract = await post(host, '/contracts', {
    facts: { ...CONTRACT, ...facts, kenmerk },
    supplier: 'Helder Facilitair B.V.',
  });
  const started = await post(host, '/partnerships', { contract: contract.body.id, pack, lifecycle });
  if (started.status !== 201) throw new Error(JSON.stringify(started.body));
  return String(started.body.partnership);
}

export function fire(
  host: RunningHost,
  id: string,
  event: string,
  data: object = {},
  more: object = {},
  headers: Headers_ = {},
): Promise<Answer> {
  return post(host, `/partnerships/${id}/transitions`, { event, data, ...more }, headers);
}
