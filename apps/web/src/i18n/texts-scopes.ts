/** What an API token may do, Dutch and English: the words of the table of permissions. */
export const SCOPE_TEXTS = {
  'scope.partnerships.read': ['Partnerschappen en hun geschiedenis bekijken', 'See partnerships and their histories'],
  'scope.partnerships.record': [
    'Gebeurtenissen vastleggen (welke, zegt de levensloop)',
    'Record events (which ones, the lifecycle says)',
  ],
  'scope.partnerships.handOver': [
    'Al het werk van een coördinator overdragen (wie per partnerschap mag, zegt de levensloop)',
    'Hand over all work of a coordinator (who may for each partnership, the lifecycle says)',
  ],
  'scope.partnerships.start': ['Een partnerschap beginnen', 'Start a partnership'],
  'scope.partnerships.verify': ['De keten van een geschiedenis controleren', 'Verify the chain of a history'],
  'scope.agenda.read': ['De voorgestelde agenda van een gesprek zien', 'See the proposed agenda of a conversation'],
  'scope.evidence.read': ['Zien wie welk bewijs heeft gezien', 'See who saw which evidence'],
  'scope.evidenceFiles.read': ['Bestanden bij bewijs inzien', 'Read files kept with evidence'],
  'scope.evidence.attest': [
    'Vastleggen en intrekken dat bewijs is gezien',
    'Record and withdraw that evidence was seen',
  ],
  'scope.contracts.read': ['Contracten en leveranciers bekijken', 'See contracts and suppliers'],
  'scope.contracts.manage': ['Contracten en leveranciers toevoegen', 'Add contracts and suppliers'],
  'scope.packs.read': ['Regelpakketten bekijken', 'See rule packs'],
  'scope.packs.upload': [
    'Concepten van regelpakketten aanbieden en verwijderen',
    'Upload and remove drafts of rule packs',
  ],
  'scope.packs.publish': ['Regelpakketten publiceren', 'Publish rule packs'],
  'scope.packs.withdraw': ['Regelpakketten intrekken', 'Withdraw rule packs'],
  'scope.packs.regress': ['Geschiedenissen naspelen onder een kandidaat', 'Replay histories under a candidate'],
  'scope.packs.migrate': [
    'Partnerschappen op een ander regelpakket overzetten',
    'Move partnerships to another rule pack',
  ],
  'scope.whatIf.use': ['Wat-als en advies vragen', 'Ask what-ifs and advice'],
  'scope.reminders.read': ['Herinneringen bekijken', 'See reminders'],
  'scope.reminders.act': [
    'Herinneringen opnieuw proberen, overslaan of verzetten',
    'Retry, skip or reschedule reminders',
  ],
  'scope.outbox.read': ['Weggeschreven berichten lezen', 'Read messages written as files'],
  'scope.addresses.read': ['Het adresboek bekijken', 'See the address book'],
  'scope.addresses.manage': ['Het adresboek bijhouden', 'Keep the address book'],
  'scope.calendar.manage': ['Agenda-adressen uitgeven en intrekken', 'Give out and withdraw calendar addresses'],
  'scope.queues.read': ['Zien hoe het versturen gaat', 'See how delivery goes'],
  'scope.queues.reconcile': ['De wachtrij laten bijwerken', 'Have the queue brought up to date'],
  'scope.subjects.read': [
    'Opzoeken en overdragen wat over iemand is vastgelegd',
    'Find and hand over what is on record of somebody',
  ],
  'scope.subjects.erase': ['Iemand wissen', 'Erase somebody'],
  'scope.privacySettings.read': [
    'Zien hoe lang namen worden bewaard en vanaf hoeveel mensen cijfers worden getoond',
    'See how long names are kept and from how many people figures are shown',
  ],
  'scope.privacySettings.manage': [
    'Kiezen hoe lang namen worden bewaard en vanaf hoeveel mensen cijfers worden getoond',
    'Choose how long names are kept and from how many people figures are shown',
  ],
  'scope.audit.read': ['Het logboek van beheer bekijken en controleren', 'See and verify the log of administration'],
  'scope.people.read': ['Mensen en hun rollen zien', 'See people and their roles'],
  'scope.organisation.read': ['De eigen organisatie zien', 'See one’s own organisation'],
} as const satisfies Readonly<Record<string, readonly [nl: string, en: string]>>;
