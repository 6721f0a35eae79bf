import { type SendMailOptions } from 'nodemailer';
import { type Mail } from '../message/message.js';

/**
 * The message as nodemailer wants it. It says of itself that no person wrote it (RFC 3834), so that no absence notice comes
 * back; Exchange listens to a header of its own for that.
 * @param from value of MAIL_FROM
 * @param at moment in UTC for the Date header
 */
export function mailOf(message: Mail, from: string, at: string): SendMailOptions {
  const { ics } = message;
  return {
    from,
    to: recipientOf(message),
    subject: message.subject,
    messageId: message.messageId,
    date: at,
    text: message.text,
    html: message.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': message.language,
    },
    ...(ics && {
      attachments: [
        {
          filename: 'agenda.ics',
          content: ics.content,
          contentType: `text/calendar; charset=utf-8; method=${ics.method}`,
        },
      ],
    }),
    // Nothing in a message may make this program read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Without an address: a group that nobody is in, which names who should have been told (RFC 5322 §3.4). */
function recipientOf({ to }: Mail): SendMailOptions['to'] {
  if (to.email !== undefined) return { name: to.name, address: to.email };
  return `"${to.name.replace(/["\\]/g, "'")}":;`;
}
