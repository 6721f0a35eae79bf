import { type Text } from '@samenwerkt/engine';

/** Everything that leaves a line in the audit log. Ids are on record and never change; whoever adds an act adds it here. */
export const AUDIT_ACTIONS = {
  'pack.loaded': { nl: 'Regelpakket geladen', en: 'Rule pack loaded' },
  'pack.uploaded': { nl: 'Regelpakket geüpload', en: 'Rule pack uploaded' },
  'pack.replaced': { nl: 'Concept van regelpakket vervangen', en: 'Concept of rule pack replaced' },
  'pack.published': { nl: 'Regelpakket gepubliceerd', en: 'Rule pack published' },
  'pack.withdrawn': { nl: 'Regelpakket ingetrokken', en: 'Rule pack withdrawn' },
  'pack.removed': { nl: 'Concept van regelpakket verwijderd', en: 'Concept of rule pack removed' },
  'pack-migration.started': { nl: 'Overstap van partnerschappen begonnen', en: 'Move of partnerships started' },
  'pack-migration.stopped': { nl: 'Overstap van partnerschappen gestopt', en: 'Move of partnerships stopped' },
  'regression.started': { nl: 'Regressie begonnen', en: 'Regression started' },
  'regression.stopped': { nl: 'Regressie gestopt', en: 'Regression stopped' },
  'reminder.retry': { nl: 'Herinnering opnieuw geprobeerd', en: 'Reminder tried again' },
  'reminder.skip': { nl: 'Herinnering overgeslagen', en: 'Reminder skipped' },
  'reminder.reschedule': { nl: 'Herinnering verzet', en: 'Reminder rescheduled' },
  'reminders.retry': { nl: 'Herinneringen opnieuw geprobeerd', en: 'Reminders tried again' },
  'reminders.skip': { nl: 'Herinneringen overgeslagen', en: 'Reminders skipped' },
  'reminders.reschedule': { nl: 'Herinneringen verzet', en: 'Reminders rescheduled' },
  'address.put': { nl: 'Adres vastgelegd', en: 'Address put on record' },
  'address.removed': { nl: 'Adres weggehaald', en: 'Address removed' },
  'calendar-token.made': { nl: 'Agenda-adres uitgegeven', en: 'Calendar address made' },
  'calendar-token.revoked': { nl: 'Agenda-adres ingetrokken', en: 'Calendar address revoked' },
  'contracts.imported': { nl: 'Contracten geïmporteerd', en: 'Contracts imported' },
  'handover.done': { nl: 'Werk van een coördinator overgedragen', en: 'Work of a coordinator handed over' },
  'number.confirmed': {
    nl: 'Bevestigd dat een nummer geen BSN is',
    en: 'Confirmed that a number is no BSN',
  },
  'evidence.attested': { nl: 'Bewijs gezien', en: 'Evidence seen' },
  'evidence.withdrawn': { nl: 'Bewijs ingetrokken', en: 'Evidence withdrawn' },
  'data-subject.exported': { nl: 'Gegevens van een persoon ingezien', en: 'Data of a person exported' },
  'data-subject.erased': { nl: 'Persoon gewist', en: 'Person erased' },
  'privacy-settings.changed': { nl: 'Privacyinstellingen gewijzigd', en: 'Privacy settings changed' },
  'person.invited': { nl: 'Persoon uitgenodigd', en: 'Person invited' },
  'person.changed': { nl: 'Rollen of toegang van een persoon gewijzigd', en: 'Roles or access of a person changed' },
  'identity.linked': { nl: 'Aanmelding via aanbieder gekoppeld', en: 'Sign-in by a provider linked' },
  'identity.roles': { nl: 'Rollen gewijzigd door aanbieder', en: 'Roles changed by a provider' },
  'second-factor.on': { nl: 'Code bij aanmelden aangezet', en: 'Code at sign-in turned on' },
  'second-factor.off': { nl: 'Code bij aanmelden uitgezet', en: 'Code at sign-in turned off' },
  'second-factor.reset': {
    nl: 'Code bij aanmelden gewist door beheerder',
    en: 'Code at sign-in reset by administrator',
  },
  'second-factor.required': { nl: 'Code bij aanmelden verplicht voor rollen', en: 'Code at sign-in required of roles' },
} as const satisfies Readonly<Record<string, Text>>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
