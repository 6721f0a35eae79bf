import { type Text } from '@samenwerkt/engine';
import { type ClaimedLetter } from '@samenwerkt/ledger';
import { LABELS } from '../message/labels.js';
import { html } from '../message/html.js';
import { type Letter } from '../message/letter.js';
import { type Mail } from '../message/message.js';
import { oneLine } from '../message/one-line.js';
import { plainText } from '../message/plain.js';

/** What a letter about an account needs beside itself. */
interface LetterPlace {
  /** Part of the message id behind the `@`. */
  readonly host: string;
  /** Address at which a password is chosen. */
  readonly link: string;
  /** Seconds that the link works from now. */
  readonly lasts: number;
}

/** The mail with which somebody chooses a password, in their language. */
export function accountLetter(letter: ClaimedLetter, { host, link, lasts }: LetterPlace): Mail {
  const { id, name, email, language } = letter;
  const words = wordsOf(letter, lasts);
  const told: Letter = {
    language,
    subject: oneLine(words.subject[language], 150),
    greeting: `${LABELS.greeting[language]} ${oneLine(name)},`,
    paragraphs: words.paragraphs.map((text) => oneLine(text[language])),
    glance: [],
    link: { label: words.link[language], href: link },
    why: { title: LABELS.why[language], lines: [oneLine(words.why[language])] },
    footer: {
      nl: `Dit bericht is automatisch verstuurd namens ${oneLine(letter.organisation)}.`,
      en: `This message was sent automatically on behalf of ${oneLine(letter.organisation)}.`,
    }[language],
  };
  return {
    messageId: `<${id}@${host}>`,
    to: { name: oneLine(name), email },
    subject: told.subject,
    text: plainText(told),
    html: html(told),
    language,
  };
}

interface Words {
  readonly subject: Text;
  readonly paragraphs: readonly Text[];
  readonly link: Text;
  readonly why: Text;
}

function wordsOf({ kind, organisation }: ClaimedLetter, lasts: number): Words {
  const time = inWords(lasts);
  const once = {
    nl: `De link werkt één keer, en nog ${time.nl}.`,
    en: `The link works once, for another ${time.en}.`,
  };
  if (kind === 'invitation') {
    return {
      subject: {
        nl: `Uitnodiging voor Samenwerkt van ${organisation}`,
        en: `${organisation} invites you to Samenwerkt`,
      },
      paragraphs: [
        {
          nl: `${organisation} heeft een account voor u gemaakt in Samenwerkt, voor partnerschappen met social return. Kies een wachtwoord om te beginnen.`,
          en: `${organisation} made an account for you in Samenwerkt, for social return partnerships. Choose a password to begin.`,
        },
        once,
      ],
      link: { nl: 'Kies een wachtwoord', en: 'Choose a password' },
      why: {
        nl: `Een beheerder van ${organisation} nodigde u uit.`,
        en: `An administrator of ${organisation} invited you.`,
      },
    };
  }
  return {
    subject: { nl: 'Een nieuw wachtwoord voor Samenwerkt', en: 'A new password for Samenwerkt' },
    paragraphs: [
      {
        nl: 'Voor uw account is een nieuw wachtwoord gevraagd. Kies het met de link hieronder. Vroeg u er niet om, dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.',
        en: 'A new password was asked for your account. Choose it with the link below. If you did not ask for it, do nothing: your password stays as it is.',
      },
      once,
    ],
    link: { nl: 'Kies een nieuw wachtwoord', en: 'Choose a new password' },
    why: {
      nl: 'Iemand vulde uw adres in bij "wachtwoord vergeten".',
      en: 'Somebody filled in your address at "forgotten password".',
    },
  };
}

const HOUR = 3600;
const DAY = 24 * HOUR;

function inWords(seconds: number): Text {
  if (seconds >= 2 * DAY) {
    const days = Math.floor(seconds / DAY);
    return { nl: `${days} dagen`, en: `${days} days` };
  }
  const hours = Math.max(1, Math.floor(seconds / HOUR));
  return { nl: `${hours} uur`, en: hours === 1 ? '1 hour' : `${hours} hours` };
}
