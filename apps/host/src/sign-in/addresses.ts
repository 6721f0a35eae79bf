/** Where people sign in; its pages take forms. */
export const SIGN_IN_PAGE = '/aanmelden';

/** Where the code after the password is asked. */
export const CODE_PAGE = `${SIGN_IN_PAGE}/code`;

/** Where somebody who is signed in turns that code on and off. */
export const SECOND_FACTOR_PAGE = `${SIGN_IN_PAGE}/tweede-stap`;

/** Where somebody goes to sign in by a provider; its id follows. */
export const PROVIDER_PAGE = `${SIGN_IN_PAGE}/oidc`;

/** Where somebody with a one-time link chooses a password; the link's token follows. */
export const PASSWORD_PAGE = `${SIGN_IN_PAGE}/uitnodiging`;

/** Where somebody goes on who signed in: the screens. */
export const SIGNED_IN = '/';
