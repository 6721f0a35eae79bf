/** The one organisation that is served, on one machine, until people can sign in. */
export const LOCAL_ORGANISATION = { id: '01900000-0000-7000-8000-000000000001', name: 'Gemeente Merwedam' };

/** Who acts when nobody signs in: whoever sits at the machine. */
export const LOCAL_ACTOR = 'lokaal';

/** Who acts when nobody has said who they are: whoever fails to sign in, or says that a password is forgotten. */
export const UNKNOWN_ACTOR = 'onbekend';

/** Who acts when the program does something of its own accord, such as loading the packs that come with it. */
export const PROGRAM_ACTOR = 'programma';
