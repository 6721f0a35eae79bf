/** Where people sign in; its pages take forms. */
export const SIGN_IN_PAGE = '/aanmelden';

/** Where somebody with a one-time link chooses a password; the link's token follows. */
export const PASSWORD_PAGE = `${SIGN_IN_PAGE}/uitnodiging`;
