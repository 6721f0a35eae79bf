import { describe, expect, it } from '@jest/globals';
import { ChannelMisconfigured } from '../errors.js';
import { mailFrom, smtpServer } from './settings.js';

describe('SMTP_URL', () => {
  it('names a mail server, and demands TLS once there is a password', () => {
    expect(smtpServer('smtp://mail.gemeente.example')).toEqual({
      host: 'mail.gemeente.example',
      port: 587,
      implicitTls: false,
      requireTls: false,
    });
    expect(smtpServer('smtp://naam%40x:p%3A%2F@mail.gemeente.example:2525')).toEqual({
      host: 'mail.gemeente.example',
      port: 2525,
      implicitTls: false,
      requireTls: true,
      auth: { user: 'naam@x', pass: 'p:/' },
    });
    expect(smtpServer('smtps://mail.gemeente.example')).toMatchObject({
      port: 465,
      implicitTls: true,
      requireTls: false,
    });
    expect(smtpServer('smtp://[::1]:25/?starttls=required')).toMatchObject({ host: '::1', port: 25, requireTls: true });
  });

  it.each([
    '',
    'mail.gemeente.example:587',
    'http://mail.gemeente.example',
    'smtp://',
    'smtp://geheim1@mail.gemeente.example',
    'smtp://naam:%zzgeheim1@mail.gemeente.example',
    'smtp://naam:geheim1@mail.gemeente.example/map',
    'smtp://mail.gemeente.example?starttls=graag',
    'smtp://mail.gemeente.example?tls.rejectUnauthorized=false',
  ])('is refused with what to write, and is not repeated: %s', (url) => {
    expect(() => smtpServer(url)).toThrow(ChannelMisconfigured);
    expect(() => smtpServer(url)).toThrow(/^SMTP_URL: write smtp:/);
    expect(() => smtpServer(url)).not.toThrow(/geheim1/);
  });
});

describe('MAIL_FROM', () => {
  it.each(['noreply@gemeente.example', 'Social return <noreply@gemeente.example>'])('is a sender: %s', (from) => {
    expect(mailFrom(from)).toBe(from);
  });

  it.each([
    '',
    'Gemeente',
    'a@b.example, c@d.example',
    'x <a@b.example>\r\nBcc: <c@d.example>',
    '<a@b.example> <c@d.example>',
  ])('is refused when it is not one sender: %j', (from) => {
    expect(() => mailFrom(from)).toThrow(ChannelMisconfigured);
  });
});
