import { type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import { compose } from '../message/compose.js';
import { CERTIFICATE } from '../testing/certificate.js';
import { conversation, facts } from '../testing/facts.js';
import { failureOf } from '../testing/failure.js';
import { mailServer, rawServer, smtpError } from '../testing/mail-server.js';
import { smtpChannel, type SmtpPatience, type SmtpSettings } from './smtp.js';

const at = '2026-09-16T07:00:01.000Z';
const message = compose(conversation);
const from = 'Social return <noreply@gemeente.example>';
/** Only for servers that never do what is waited for: a good one may be as slow as the machine is busy. */
const patient: SmtpPatience = { connection: 60_000, greeting: 60_000, silence: 60_000, whole: 60_000 };
const { signal } = new AbortController();

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function start<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const server = await starting;
  running.push(server);
  return server;
}

const channelTo = (port: number, settings: Partial<SmtpSettings> = {}) =>
  smtpChannel({ url: `smtp://127.0.0.1:${port}`, from, certificateAuthority: CERTIFICATE, ...settings }, () => at);

describe('a reminder by mail', () => {
  it('arrives with the headers and parts that a mail program needs', async () => {
    const server = await start(mailServer());
    const delivered = await channelTo(server.port).send(message, { signal });
    expect(delivered).toEqual({ at, reference: expect.stringContaining('queued as 42') });
    const [mail] = server.received;
    expect(mail).toMatchObject({ from: 'noreply@gemeente.example', to: ['a.devries@gemeente.example'] });
    const read = await PostalMime.parse(mail?.raw ?? '');
    expect(read).toMatchObject({
      messageId: message.messageId,
      subject: message.subject,
      from: { name: 'Social return', address: 'noreply@gemeente.example' },
      to: [{ name: 'Anneke de Vries', address: 'a.devries@gemeente.example' }],
      date: at,
    });
    expect(read.text?.trimEnd()).toBe(message.text.trimEnd());
    expect(read.html?.trimEnd()).toBe(message.html.trimEnd());
    const header = (name: string) => read.headers.find(({ key }) => key === name)?.value;
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('content-language')).toBe('nl');
    expect(header('content-type')).toMatch(/^multipart\/mixed/);
    expect(read.attachments).toMatchObject([{ filename: 'agenda.ics', mimeType: 'text/calendar', method: 'PUBLISH' }]);
    // The parser turns the line breaks of text into its own.
    const calendar = new TextDecoder().decode(read.attachments[0]?.content as ArrayBuffer);
    expect(calendar).toBe(message.ics?.content.replaceAll('\r\n', '\n'));
  });

  it('leaves no connection open', async () => {
    let closed = 0;
    const server = await start(mailServer({ onClose: () => (closed += 1) }));
    await channelTo(server.port).send(message, { signal });
    while (server.open() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(closed).toBe(1);
  });

  it('goes over TLS where the server offers it', async () => {
    const server = await start(mailServer());
    await channelTo(server.port).send(message, { signal });
    expect(server.received[0]?.secure).toBe(true);
  });

  it('goes over TLS from the first byte with smtps', async () => {
    const server = await start(mailServer({ secure: true }));
    await channelTo(server.port, { url: `smtps://127.0.0.1:${server.port}` }).send(message, { signal });
    expect(server.received[0]?.secure).toBe(true);
  });

  it('is signed in for with name and password', async () => {
    const server = await start(mailServer({ authOptional: false }));
    await channelTo(server.port, { url: `smtp://mail%40gemeente:geh%3Aeim@127.0.0.1:${server.port}` }).send(message, {
      signal,
    });
    expect(server.received[0]?.user).toBe('mail@gemeente');
  });

  it('keeps what people typed out of headers and envelope', async () => {
    const server = await start(mailServer());
    const typed = 'Noord\r\nBcc: iedereen@gemeente.example';
    const recipient = { ...conversation.recipient, name: `"Jan" <x@y.example>, ${typed}` };
    const partnership = { ...conversation.partnership, title: typed };
    await channelTo(server.port).send(compose(facts({ recipient, partnership })), { signal });
    const [mail] = server.received;
    expect(mail?.to).toEqual(['a.devries@gemeente.example']);
    const read = await PostalMime.parse(mail?.raw ?? '');
    expect(read.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(read.to).toMatchObject([{ address: 'a.devries@gemeente.example' }]);
    expect(read.to).toHaveLength(1);
  });
});

describe('a mail that does not go out', () => {
  const send = (port: number, settings: Partial<SmtpSettings> = {}) =>
    failureOf(channelTo(port, settings).send(message, { signal }));

  it('is given up when the server refuses the recipient', async () => {
    const onRcptTo = refusing(550, '5.1.1 No such user');
    const server = await start(mailServer({ onRcptTo }));
    expect(await send(server.port)).toMatchObject({
      kind: 'permanent',
      code: 'mail-recipient-refused',
      text: { nl: expect.stringMatching(/weigert de ontvanger.*No such user/) },
    });
  });

  it('is tried again when the server cannot take it now', async () => {
    const server = await start(mailServer({ onRcptTo: refusing(451, '4.7.1 Greylisted') }));
    expect(await send(server.port)).toMatchObject({ kind: 'temporary', code: 'mail-deferred' });
  });

  it('is tried again when the sender is refused, for that is a setting', async () => {
    const server = await start(mailServer({ onMailFrom: refusing(550, 'Not from you') }));
    expect(await send(server.port)).toMatchObject({ kind: 'temporary', code: 'mail-sender-refused' });
  });

  it('is given up when the server refuses what is in it, and tried again when it does so for now', async () => {
    const refuse = (code: number) =>
      mailServer({
        onData: (stream, _session, callback) => {
          stream.resume().on('end', () => callback(smtpError(code, 'not this one')));
        },
      });
    const never = await start(refuse(554));
    const later = await start(refuse(452));
    expect(await send(never.port)).toMatchObject({ kind: 'permanent', code: 'mail-refused' });
    expect(await send(later.port)).toMatchObject({ kind: 'temporary', code: 'mail-deferred' });
  });

  it('is tried again when the password is refused, without repeating it', async () => {
    const server = await start(
      mailServer({ onAuth: (_auth, _session, callback) => callback(smtpError(535, 'Bad credentials')) }),
    );
    const failure = await send(server.port, { url: `smtp://naam:geheim1@127.0.0.1:${server.port}` });
    expect(failure).toMatchObject({ kind: 'temporary', code: 'mail-sign-in-refused' });
    expect(JSON.stringify(failure) + failure.message).not.toContain('geheim1');
  });

  it('never sends a password without TLS', async () => {
    const seen: string[] = [];
    const options = { disabledCommands: ['STARTTLS'], allowInsecureAuth: true };
    const server = await start(mailServer({ ...options, onAuth: ({ username }) => seen.push(username ?? '') }));
    const failure = await send(server.port, { url: `smtp://naam:geheim1@127.0.0.1:${server.port}` });
    expect(failure).toMatchObject({ kind: 'temporary', code: 'mail-server-insecure' });
    expect(seen).toEqual([]);
    expect(server.received).toEqual([]);
  });

  it('is not sent to a server whose certificate nobody vouches for', async () => {
    const server = await start(mailServer());
    const channel = smtpChannel({ url: `smtp://127.0.0.1:${server.port}?starttls=required`, from }, () => at);
    const failure = await failureOf(channel.send(message, { signal }));
    expect(failure).toMatchObject({ kind: 'temporary', code: 'mail-server-insecure' });
    expect(failure.text.nl).toContain('self-signed certificate');
    expect(server.received).toEqual([]);
  });

  it('is tried again when nobody listens', async () => {
    const server = await mailServer();
    await server.close();
    expect(await send(server.port)).toMatchObject({ kind: 'temporary', code: 'mail-server-unreachable' });
  });

  it('is tried again when the server takes a connection and never greets', async () => {
    const server = await start(rawServer(() => undefined));
    expect(await send(server.port, { patience: { ...patient, greeting: 200 } })).toMatchObject({
      kind: 'temporary',
      code: 'mail-server-slow',
    });
  });

  it('is tried again when the connection breaks in the middle of the message', async () => {
    const server = await start(rawServer(breaksInData));
    expect(await send(server.port)).toMatchObject({ kind: 'temporary', code: 'mail-server-unreachable' });
  });

  it('is tried again when the server never says that it has the message', async () => {
    const server = await start(mailServer({ onData: (stream) => void stream.resume() }));
    expect(await send(server.port, { patience: { ...patient, silence: 200 } })).toMatchObject({
      kind: 'temporary',
      code: 'mail-server-slow',
    });
  });

  it('is tried again when the server keeps talking and never gets anywhere', async () => {
    const server = await start(
      rawServer((socket) => {
        const talking = setInterval(() => socket.write('220-wait\r\n'), 20);
        socket.on('close', () => clearInterval(talking));
      }),
    );
    const patience = { ...patient, whole: 200 };
    expect(await send(server.port, { patience })).toMatchObject({ kind: 'temporary', code: 'mail-server-slow' });
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const server = await start(rawServer(() => stop.abort()));
    const sending = channelTo(server.port).send(message, { signal: stop.signal });
    expect(await failureOf(sending)).toMatchObject({ kind: 'temporary', code: 'aborted' });
  });

  it('is given up when the recipient has no address', async () => {
    const { name, role, language } = conversation.recipient;
    const nowhere = compose(facts({ recipient: { name, role, language } }));
    const failure = await failureOf(channelTo(1).send(nowhere, { signal }));
    expect(failure).toMatchObject({ kind: 'permanent', code: 'recipient-without-address' });
  });
});

function refusing(code: number, words: string) {
  return (_address: unknown, _session: unknown, callback: (error: Error) => void) => callback(smtpError(code, words));
}

/** Takes everything up to the message, and then is gone. */
function breaksInData(socket: Socket): void {
  const answers: Readonly<Record<string, string>> = {
    EHLO: '250 hello',
    MAIL: '250 ok',
    RCPT: '250 ok',
    DATA: '354 go on',
  };
  let inMessage = false;
  socket.write('220 half-dead\r\n');
  socket.on('data', (bytes: Buffer) => {
    if (inMessage) return void socket.destroy();
    for (const line of bytes.toString().split('\r\n').filter(Boolean)) {
      inMessage ||= line.startsWith('DATA');
      socket.write(`${answers[line.slice(0, 4)] ?? '500 what?'}\r\n`);
    }
  });
}
