import { PERSON_ROLES } from '@samenwerkt/access';
import { type LinkHolder, PASSWORD_LENGTH } from '@samenwerkt/ledger';
import { type Language } from '../../http/language.js';
import { type Provider } from '../../oidc/provider.js';
import { PROVIDER_PAGE, SECOND_FACTOR_PAGE } from '../addresses.js';
import { html, page, type Html } from './html.js';

/** What is said above a form: that something went wrong, or well. */
export interface Notice {
  readonly text: string;
  readonly good?: boolean;
}

export interface View {
  readonly language: Language;
  /** Goes along with every form, so that no page elsewhere can send it. */
  readonly token: string;
  readonly notice?: Notice | undefined;
}

interface SignInView extends View {
  readonly demo: boolean;
  /** As it was typed before. */
  readonly email?: string | undefined;
  readonly providers: readonly Provider[];
}

/** The form to sign in, other parties by which one can, and where there is a demo its roles under a banner that nobody overlooks. */
export function signInView({ language, token, notice, demo, email = '', providers }: SignInView) {
  const t = WORDS[language];
  return page(
    language,
    t.signIn,
    html`${said(notice)}
      <form method="post" action="/aanmelden">
        ${hidden(token)}
        <label for="email">${t.email}</label>
        <input id="email" name="email" type="email" autocomplete="username" required value="${email}" />
        <label for="password">${t.password}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
        <button type="submit">${t.signIn}</button>
      </form>
      <p><a href="/aanmelden/vergeten">${t.forgotten}</a></p>
      ${providers.map(
        ({ id, title }) =>
          html`<p><a class="knop" href="${PROVIDER_PAGE}/${id}">${t.signInWith} ${title[language]}</a></p>`,
      )}
      ${demo ? demoView(language, token) : ''}`,
  );
}

function demoView(language: Language, token: string): Html {
  const t = WORDS[language];
  const buttons = PERSON_ROLES.map(
    ({ id, title }) => html`<button type="submit" name="role" value="${id}">${title[language]}</button>`,
  );
  return html`<section class="demo" aria-labelledby="demo">
    <h2 id="demo">${t.demo}</h2>
    <p>${t.demoAbout}</p>
    <form method="post" action="/aanmelden/demo">
      ${hidden(token)}
      <div class="rollen">${buttons}</div>
    </form>
  </section>`;
}

/** Who is signed in, and the way out. */
export function signedInView({ language, token, name, organisation }: View & { name: string; organisation: string }) {
  const t = WORDS[language];
  return page(
    language,
    t.signedIn,
    html`<p>${name}, ${organisation}</p>
      <p><a href="${SECOND_FACTOR_PAGE}">${t.secondFactor}</a></p>
      <form method="post" action="/aanmelden/afmelden">
        ${hidden(token)}
        <button type="submit">${t.signOut}</button>
      </form>`,
  );
}

export function forgottenView({ language, token, notice }: View) {
  const t = WORDS[language];
  return page(
    language,
    t.forgotten,
    html`${said(notice)}
      <form method="post" action="/aanmelden/vergeten">
        ${hidden(token)}
        <label for="email">${t.email}</label>
        <input id="email" name="email" type="email" autocomplete="username" required />
        <button type="submit">${t.sendLink}</button>
      </form>
      <p><a href="/aanmelden">${t.signIn}</a></p>`,
  );
}

/** The form with which somebody chooses a password. */
export function passwordView({ language, token, notice, link, holder }: View & { link: string; holder: LinkHolder }) {
  const t = WORDS[language];
  return page(
    language,
    t.choose,
    html`${said(notice)}
      <p>${holder.name}, ${holder.organisation}</p>
      <form method="post" action="/aanmelden/uitnodiging/${encodeURIComponent(link)}">
        ${hidden(token)}
        <input type="hidden" name="username" autocomplete="username" value="${holder.email}" />
        <label for="password">${t.newPassword}</label>
        <p id="hulp">${t.length}</p>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          required
          minlength="${String(PASSWORD_LENGTH.least)}"
          maxlength="${String(PASSWORD_LENGTH.most)}"
          aria-describedby="hulp"
        />
        <button type="submit">${t.choose}</button>
      </form>`,
  );
}

/** Something to read, and the way to the form. */
export function noticeView(language: Language, title: string, notice: Notice) {
  return page(
    language,
    title,
    html`${said(notice)}
      <p><a href="/aanmelden">${WORDS[language].signIn}</a></p>`,
  );
}

/** What is said after signing out of a session that a provider opened: there somebody may still be signed in. */
export function signedOutView(language: Language, { title }: Provider, end: string | undefined) {
  const t = WORDS[language];
  const there = end === undefined ? html`` : html`<p><a href="${end}">${t.signOutAt} ${title[language]}</a></p>`;
  return page(
    language,
    t.signOut,
    html`${said({ text: `${t.signedOut} ${title[language]}.`, good: true })} ${there}
      <p><a href="/aanmelden">${t.signIn}</a></p>`,
  );
}

export function said(notice: Notice | undefined): Html {
  if (!notice) return html``;
  return notice.good === true
    ? html`<p class="goed" role="status">${notice.text}</p>`
    : html`<p class="melding" role="alert">${notice.text}</p>`;
}

export function hidden(token: string): Html {
  return html`<input type="hidden" name="formulier" value="${token}" />`;
}

/** The words of the pages. */
export const WORDS = {
  nl: {
    signIn: 'Aanmelden',
    signInWith: 'Aanmelden met',
    secondFactor: 'Code bij het aanmelden',
    signedOut: 'U bent hier afgemeld. Misschien bent u nog aangemeld bij',
    signOutAt: 'Ook afmelden bij',
    signOut: 'Afmelden',
    signedIn: 'U bent aangemeld',
    email: 'E-mailadres',
    password: 'Wachtwoord',
    newPassword: 'Nieuw wachtwoord',
    forgotten: 'Wachtwoord vergeten',
    sendLink: 'Stuur mij een link',
    sent: 'Als dit adres hier bekend is, is er een bericht naar onderweg met een link. Die werkt een uur.',
    choose: 'Kies een wachtwoord',
    chosen: 'Uw wachtwoord is gekozen. Meld u nu aan.',
    length: `Kies ${PASSWORD_LENGTH.least} tekens of meer. Een zin van een paar woorden is goed.`,
    linkGone: 'Deze link werkt niet',
    demo: 'Demonstratie: hier werkt niemand echt',
    demoAbout: 'Alle gegevens zijn verzonnen. Kies een rol en u bent aangemeld, zonder wachtwoord.',
    formOld: 'Dit formulier was verlopen. Vul het opnieuw in.',
  },
  en: {
    signIn: 'Sign in',
    signInWith: 'Sign in with',
    secondFactor: 'Code when signing in',
    signedOut: 'You are signed out here. You may still be signed in at',
    signOutAt: 'Also sign out at',
    signOut: 'Sign out',
    signedIn: 'You are signed in',
    email: 'Email address',
    password: 'Password',
    newPassword: 'New password',
    forgotten: 'Forgotten password',
    sendLink: 'Send me a link',
    sent: 'If this address is known here, a message with a link is on its way to it. The link works for an hour.',
    choose: 'Choose a password',
    chosen: 'Your password has been chosen. Now sign in.',
    length: `Choose ${PASSWORD_LENGTH.least} characters or more. A sentence of a few words is good.`,
    linkGone: 'This link does not work',
    demo: 'Demonstration: nobody really works here',
    demoAbout: 'All data is made up. Choose a role and you are signed in, without a password.',
    formOld: 'This form had expired. Fill it in again.',
  },
} as const satisfies Record<Language, Record<string, string>>;
