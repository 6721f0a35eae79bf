import { type SecondFactorStanding, type TotpSecret } from '@samenwerkt/ledger';
import { type Language } from '../../http/language.js';
import { CODE_PAGE, SECOND_FACTOR_PAGE, SIGN_IN_PAGE, SIGNED_IN } from '../addresses.js';
import { html, page, type Html } from './html.js';
import { hidden, said, type View } from './views.js';

/** The form for the code after the password. */
export function codeView({ language, token, notice }: View): string {
  const t = WORDS[language];
  return page(
    language,
    t.code,
    html`${said(notice)}
      <form method="post" action="${CODE_PAGE}">
        ${hidden(token)} ${codeField(language, t.codeOrRecovery)}
        <button type="submit">${t.goOn}</button>
      </form>
      <p><a href="${SIGN_IN_PAGE}">${t.again}</a></p>`,
  );
}

/** The secret for the app, and the form for its first code. @param action where that code goes */
export function setUpView({ language, token, notice }: View, { secret, uri }: TotpSecret, action: string): string {
  const t = WORDS[language];
  return page(
    language,
    t.setUp,
    html`${said(notice)}
      <p>${t.setUpAbout}</p>
      <p><a href="${uri}">${t.openApp}</a></p>
      <p>${t.orType} <code id="geheim">${secret}</code></p>
      <form method="post" action="${action}">
        ${hidden(token)} ${codeField(language, t.firstCode)}
        <button type="submit">${t.turnOn}</button>
      </form>`,
  );
}

/** The recovery codes, once. */
export function recoveryCodesView(language: Language, codes: readonly string[]): string {
  const t = WORDS[language];
  return page(
    language,
    t.isOn,
    html`${said({ text: t.isOnAbout, good: true })}
      <ul class="codes">
        ${codes.map((code) => html`<li>${code}</li>`)}
      </ul>
      <p><a href="${SIGNED_IN}">${t.goOn}</a></p>`,
  );
}

/** How somebody stands, and the form to change that. */
export function standingView({ language, token, notice }: View, standing: SecondFactorStanding): string {
  const t = WORDS[language];
  return page(
    language,
    t.title,
    html`${said(notice)} ${standing.since === null ? offView(language, token) : onView(language, token, standing)}
      <p><a href="${SIGN_IN_PAGE}">${t.back}</a></p>`,
  );
}

function offView(language: Language, token: string): Html {
  const t = WORDS[language];
  return html`<p>${t.off}</p>
    <form method="post" action="${SECOND_FACTOR_PAGE}">
      ${hidden(token)}
      <button type="submit">${t.turnOn}</button>
    </form>`;
}

function onView(language: Language, token: string, { recoveryCodes, required }: SecondFactorStanding): Html {
  const t = WORDS[language];
  const off = html`<form method="post" action="${SECOND_FACTOR_PAGE}/uit">
    ${hidden(token)} ${codeField(language, t.codeOrRecovery)}
    <button type="submit">${t.turnOff}</button>
  </form>`;
  return html`<p>${t.on} ${t.left} ${String(recoveryCodes)}.</p>
    ${required ? html`<p>${t.required}</p>` : off}`;
}

function codeField(language: Language, label: string): Html {
  return html`<label for="code">${label}</label>
    <input id="code" name="code" autocomplete="one-time-code" spellcheck="false" lang="${language}" required />`;
}

const WORDS = {
  nl: {
    title: 'Code bij het aanmelden',
    code: 'Geef de code',
    codeOrRecovery: 'Code uit uw app, of een herstelcode',
    goOn: 'Verder',
    again: 'Opnieuw beginnen',
    back: 'Terug',
    setUp: 'Code instellen',
    setUpAbout:
      'Zet dit geheim in een authenticator-app op uw telefoon en typ daarna de code die de app laat zien. Vanaf dan vraagt het aanmelden na uw wachtwoord om zo’n code.',
    openApp: 'Open in een authenticator-app op dit apparaat',
    orType: 'Of neem dit geheim over:',
    firstCode: 'Code uit de app',
    turnOn: 'Aanzetten',
    turnOff: 'Uitzetten',
    isOn: 'De code staat aan',
    isOnAbout:
      'Bewaar deze herstelcodes op een veilige plaats. Met elk kunt u zich één keer aanmelden als u uw telefoon niet heeft. U ziet ze alleen nu.',
    off: 'Na uw wachtwoord wordt geen code gevraagd. Met een code uit een authenticator-app is uw account beter beveiligd.',
    on: 'Na uw wachtwoord wordt een code gevraagd.',
    left: 'Ongebruikte herstelcodes:',
    required: 'Uw organisatie vraagt dit bij uw rol; het kan niet uit.',
  },
  en: {
    title: 'Code when signing in',
    code: 'Give the code',
    codeOrRecovery: 'Code from your app, or a recovery code',
    goOn: 'Go on',
    again: 'Start again',
    back: 'Back',
    setUp: 'Set up a code',
    setUpAbout:
      'Put this secret in an authenticator app on your phone, then type the code that the app shows. From then on signing in asks such a code after your password.',
    openApp: 'Open in an authenticator app on this device',
    orType: 'Or copy this secret:',
    firstCode: 'Code from the app',
    turnOn: 'Turn on',
    turnOff: 'Turn off',
    isOn: 'The code is on',
    isOnAbout:
      'Keep these recovery codes in a safe place. With each you can sign in once when you do not have your phone. You see them only now.',
    off: 'No code is asked after your password. With a code from an authenticator app your account is safer.',
    on: 'After your password a code is asked.',
    left: 'Recovery codes not used:',
    required: 'Your organisation asks this of your role; it cannot be turned off.',
  },
} as const satisfies Record<Language, Record<string, string>>;
