import { type RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ChannelMisconfigured } from '../errors.js';
import { compose } from '../message/compose.js';
import { CERTIFICATE } from '../testing/certificate.js';
import { conversation } from '../testing/facts.js';
import { failureOf } from '../testing/failure.js';
import { httpServer, type HttpServer } from '../testing/http-server.js';
import { type Resolve } from './checked-lookup.js';
import { verifySignature } from './signature.js';
import { webhookChannel } from './webhook.js';
import { type WebhookSettings } from './webhook-settings.js';

const at = '2026-09-16T07:00:01.000Z';
const secret = 'een geheim van ruim dertig tekens lang';
const message = compose({ ...conversation, agenda: ['Plaatsingen'] });
const { signal } = new AbortController();
const thisMachine = ['127.0.0.1/32'];

const running: HttpServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function serving(answer: RequestListener, options?: { tls: boolean }): Promise<HttpServer> {
  const server = await httpServer(answer, options);
  running.push(server);
  return server;
}

const answering = (status: number, headers: Record<string, string> = {}) =>
  serving((_request, response) => response.writeHead(status, headers).end('{"secret": "of the receiver"}'));

function channelTo(port: number, settings: Partial<WebhookSettings> = {}, resolve?: Resolve) {
  const open = { url: `http://127.0.0.1:${port}/hook?team=noord`, allowHttp: true, allowedNetworks: thisMachine };
  return webhookChannel({ secret, ...open, ...settings }, () => at, resolve);
}

const send = (port: number, settings?: Partial<WebhookSettings>, resolve?: Resolve) =>
  failureOf(channelTo(port, settings, resolve).send(message, { signal }));

describe('a reminder to a webhook', () => {
  it('says which reminder, and nothing about a person', async () => {
    const server = await answering(202);
    expect(await channelTo(server.port).send(message, { signal })).toEqual({ at, reference: 'HTTP 202' });
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/hook?team=noord' });
    expect(JSON.parse(request?.body ?? '')).toEqual({
      version: 1,
      messageId: '<01998f2a-0000-7000-8000-000000000001.0@samenwerkt.example>',
      reminderId: '01998f2a-0000-7000-8000-000000000001',
      kind: 'gesprek',
      occurrence: '2026-3m-3',
      step: 0,
      dueOn: '2026-09-30',
      revision: 0,
      news: null,
      goesOutAt: '2026-09-16T07:00:00.000Z',
      partnershipId: '01998f2a-0000-7000-8000-00000000000a',
      kenmerk: 'MWD-2024-001',
      role: 'coordinator',
      language: 'nl',
      link: 'https://samenwerkt.example/partnerships/01998f2a-0000-7000-8000-00000000000a',
      rulePack: { name: 'basis', version: '1.1.0' },
    });
  });

  it('carries a signature that its receiver can verify, and the message id', async () => {
    const server = await answering(200);
    await channelTo(server.port).send(message, { signal });
    const [request] = server.requests;
    const header = (name: string) => String(request?.headers[name]);
    expect(header('content-type')).toBe('application/json');
    expect(header('x-samenwerkt-message-id')).toBe(message.messageId);
    expect(header('x-samenwerkt-timestamp')).toBe('1789542001');
    const body = request?.body ?? '';
    const timestamp = header('x-samenwerkt-timestamp');
    const signature = header('x-samenwerkt-signature');
    expect(verifySignature({ secret, timestamp, signature, body, now: at })).toBe(true);
    expect(verifySignature({ secret, timestamp, signature, body: `${body} `, now: at })).toBe(false);
  });

  it('goes over https, to whom the certificate vouches for', async () => {
    const server = await serving((_request, response) => response.end(), { tls: true });
    const url = `https://localhost:${server.port}/`;
    const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const trusting = { url, certificateAuthority: CERTIFICATE };
    await channelTo(server.port, trusting, resolve).send(message, { signal });
    expect(server.requests).toHaveLength(1);
    expect(await send(server.port, { url }, resolve)).toMatchObject({ kind: 'temporary', code: 'webhook-unreachable' });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a webhook that does not take it', () => {
  it.each([
    [500, 'temporary', 'webhook-failing'],
    [503, 'temporary', 'webhook-failing'],
    [429, 'temporary', 'webhook-busy'],
    [400, 'permanent', 'webhook-refused'],
    [401, 'permanent', 'webhook-refused'],
    [410, 'permanent', 'webhook-refused'],
  ])('answers %i: %s', async (status, kind, code) => {
    const server = await answering(status);
    const failure = await send(server.port);
    expect(failure).toMatchObject({ kind, code, text: { nl: expect.stringContaining(`HTTP ${status}`) } });
    expect(failure.message).not.toContain('of the receiver');
  });

  it('is not followed to another address', async () => {
    const other = await answering(200);
    const server = await answering(307, { location: `http://127.0.0.1:${other.port}/` });
    expect(await send(server.port)).toMatchObject({ kind: 'permanent', code: 'webhook-redirects' });
    expect(other.requests).toEqual([]);
  });

  it.each([
    ['120', 120],
    ['Wed, 16 Sep 2026 07:05:01 GMT', 300],
    ['Wed, 16 Sep 2026 06:00:00 GMT', 0],
    ['morgen', undefined],
    ['Thu, 31 Feb 2026 07:05:01 GMT', undefined],
  ])('says with Retry-After when to come back: %s', async (header, seconds) => {
    const server = await answering(429, { 'retry-after': header });
    expect((await send(server.port)).retryAfterSeconds).toBe(seconds);
  });

  it('is left alone when it hangs', async () => {
    const server = await serving(() => undefined);
    expect(await send(server.port, { timeout: 200 })).toMatchObject({ kind: 'temporary', code: 'webhook-slow' });
  });

  it('is done with after the headers, also when its body never ends', async () => {
    const server = await serving((_request, response) => {
      const writing = setInterval(() => response.write('x'.repeat(1000)), 1);
      response.on('close', () => clearInterval(writing));
    });
    expect(await channelTo(server.port).send(message, { signal })).toMatchObject({ reference: 'HTTP 200' });
  });

  it('is tried again when it hangs up or nobody listens', async () => {
    const server = await serving((request) => request.socket.destroy());
    expect(await send(server.port)).toMatchObject({ kind: 'temporary', code: 'webhook-unreachable' });
    await server.close();
    running.pop();
    expect(await send(server.port)).toMatchObject({ kind: 'temporary', code: 'webhook-unreachable' });
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const server = await serving(() => stop.abort());
    const failure = await failureOf(channelTo(server.port).send(message, { signal: stop.signal }));
    expect(failure).toMatchObject({ kind: 'temporary', code: 'aborted' });
  });
});

describe('a webhook within the network', () => {
  const nothingAllowed = { allowedNetworks: [] };

  it.each([
    '127.0.0.1',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '0.0.0.0',
  ])('is not asked: %s', async (host) => {
    const server = await answering(200);
    const failure = await send(server.port, { url: `http://${host}:${server.port}/`, ...nothingAllowed });
    expect(failure).toMatchObject({ kind: 'permanent', code: 'webhook-address-private' });
    expect(server.requests).toEqual([]);
  });

  it('is not asked either when only one of its addresses is private', async () => {
    const server = await answering(200);
    const both: Resolve = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    const failure = await send(server.port, { url: `http://hooks.example:${server.port}/`, ...nothingAllowed }, both);
    expect(failure).toMatchObject({ kind: 'permanent', code: 'webhook-address-private' });
    expect(server.requests).toEqual([]);
  });

  it('cannot be reached by a name that points elsewhere after it was checked', async () => {
    const server = await answering(200);
    const answers = ['127.0.0.1', '127.0.0.2'];
    let asked = 0;
    const rebinding: Resolve = async () => [{ address: answers[asked++] ?? '127.0.0.2', family: 4 }];
    const url = `http://hooks.example:${server.port}/`;
    await channelTo(server.port, { url }, rebinding).send(message, { signal });
    // Asked once, and connected to that answer; the second answer, which is not allowed, was never used.
    expect(asked).toBe(1);
    expect(server.requests[0]?.headers.host).toBe(`hooks.example:${server.port}`);
    expect(await send(server.port, { url }, rebinding)).toMatchObject({ code: 'webhook-address-private' });
    expect(server.requests).toHaveLength(1);
  });

  it('is tried again when DNS has no answer for now', async () => {
    const failing: Resolve = () => Promise.reject(Object.assign(new Error('EAI_AGAIN'), { code: 'EAI_AGAIN' }));
    const failure = await send(1, { url: 'http://hooks.example/' }, failing);
    expect(failure).toMatchObject({ kind: 'temporary', code: 'webhook-unreachable' });
  });

  it('is left alone when DNS never answers', async () => {
    const failure = await send(1, { url: 'http://hooks.example/', timeout: 100 }, () => new Promise(() => undefined));
    expect(failure).toMatchObject({ kind: 'temporary', code: 'webhook-slow' });
  });
});

describe('the settings of a webhook', () => {
  const good = { url: 'https://hooks.example/', secret };

  it.each([
    ['url', { ...good, url: 'http://hooks.example/' }],
    ['url', { ...good, url: 'file:///etc/passwd' }],
    ['url', { ...good, url: 'hooks.example' }],
    ['url', { ...good, url: 'https://name:password@hooks.example/' }],
    ['url', { ...good, url: 'ftp://hooks.example/', allowHttp: true }],
    ['secret', { ...good, secret: 'kort' }],
    ['allowedNetworks', { ...good, allowedNetworks: ['10.0.0.0'] }],
    ['allowedNetworks', { ...good, allowedNetworks: ['10.0.0.0/33'] }],
    ['allowedNetworks', { ...good, allowedNetworks: ['intern/8'] }],
  ])('name the one that is wrong: %s', (field, settings) => {
    expect(() => webhookChannel(settings, () => at)).toThrow(ChannelMisconfigured);
    expect(() => webhookChannel(settings, () => at)).toThrow(new RegExp(`^${field}: `));
  });
});
