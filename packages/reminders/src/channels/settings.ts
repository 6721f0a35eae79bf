import { type Text } from '@samenwerkt/engine';
import { ChannelMisconfigured } from '../errors.js';
import { hasLineBreak } from '../message/one-line.js';

/** A mail server and how to talk to it. */
interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps). */
  readonly implicitTls: boolean;
  /** Never a message over an open connection: the server must offer STARTTLS, or nothing is sent. */
  readonly requireTls: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

const SMTP_URL_WANTED: Text = {
  nl: 'schrijf smtp://gebruiker:wachtwoord@host:587 of smtps://gebruiker:wachtwoord@host:465; gebruiker, wachtwoord en poort mogen weg, en ?starttls=required eist een beveiligde verbinding.',
  en: 'write smtp://user:password@host:587 or smtps://user:password@host:465; user, password and port may be left out, and ?starttls=required demands a secure connection.',
};

/**
 * Reads SMTP_URL. A password is only ever sent over TLS: with one, STARTTLS is required.
 * @throws ChannelMisconfigured; it does not repeat what was given, which may hold a password
 */
export function smtpServer(url: string): SmtpServer {
  const server = read(url);
  if (server === undefined) throw new ChannelMisconfigured({ field: 'SMTP_URL', text: SMTP_URL_WANTED });
  return server;
}

const DEFAULT_PORTS: ReadonlyMap<string, number> = new Map([
  ['smtp:', 587],
  ['smtps:', 465],
]);

function read(url: string): SmtpServer | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port, pathname, searchParams, username, password } = new URL(url);
  const defaultPort = DEFAULT_PORTS.get(protocol);
  const asked = [...searchParams].map(([name, value]) => `${name}=${value}`);
  const known = asked.every((setting) => setting === 'starttls=required') && ['', '/'].includes(pathname);
  const [user, pass] = [decoded(username), decoded(password)];
  if (defaultPort === undefined || hostname === '' || !known) return undefined;
  if (user === undefined || pass === undefined || (user === '') !== (pass === '')) return undefined;
  const implicitTls = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? defaultPort : Number(port),
    implicitTls,
    requireTls: !implicitTls && (user !== '' || asked.length > 0),
    ...(user !== '' && { auth: { user, pass } }),
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const from = /^(?:[^<>"@,;]+ <([^\s<>@]+@[^\s<>@]+)>|[^\s<>@,;]+@[^\s<>@,;]+)$/u;

/**
 * Checks MAIL_FROM: an address, with or without a name before it.
 * @throws ChannelMisconfigured
 */
export function mailFrom(value: string): string {
  if (from.test(value) && !hasLineBreak(value)) return value;
  throw new ChannelMisconfigured({
    field: 'MAIL_FROM',
    text: {
      nl: 'schrijf één afzender als Social return <noreply@gemeente.nl>.',
      en: 'write one sender such as Social return <noreply@municipality.nl>.',
    },
  });
}
