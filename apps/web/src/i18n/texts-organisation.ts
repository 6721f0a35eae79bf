/** The organisation and how people sign in to it, Dutch and English. */
export const ORGANISATION_TEXTS = {
  'org.title': ['Organisatie', 'Organisation'],
  'org.since': ['Hier sinds', 'Here since'],
  'org.signIn': ['Aanmelden', 'Signing in'],
  'org.passwords': ['Met een wachtwoord van hier', 'With a password of this installation'],
  'org.providers': [
    'Met een wachtwoord van hier, of via {names}',
    'With a password of this installation, or through {names}',
  ],
  'org.providersHint': [
    'Een aanbieder van aanmelden (OpenID Connect) stelt de systeembeheerder in bij het starten; zie de README.',
    'A sign-in provider (OpenID Connect) is set by the system administrator at start-up; see the README.',
  ],
  'org.codes': ['Code bij het aanmelden', 'Code when signing in'],
  'org.codesText': [
    'Wie zich met een wachtwoord aanmeldt en een van deze rollen heeft, geeft ook een code uit een app. Wie er nog geen heeft stelt hem in bij het volgende aanmelden.',
    'Who signs in with a password and has one of these roles also gives a code from an app. Who has none yet sets it up at the next sign-in.',
  ],
  'org.codesSave': ['Bewaar voor wie een code nodig is', 'Save who needs a code'],
  'org.codesSaved': ['Bewaard. Het geldt vanaf het volgende aanmelden.', 'Saved. It holds from the next sign-in.'],
  'org.all': ['Organisaties van deze installatie', 'Organisations of this installation'],
  'org.add': ['Organisatie toevoegen', 'Add an organisation'],
  'org.name': ['Naam van de organisatie', 'Name of the organisation'],
  'org.administrator': ['De eerste beheerder', 'The first administrator'],
  'org.addIt': ['Voeg toe en nodig uit', 'Add and invite'],
  'org.added': ['{name} is toegevoegd; {email} is uitgenodigd.', '{name} was added; {email} was invited.'],
} as const satisfies Readonly<Record<string, readonly [nl: string, en: string]>>;
