import { LedgerError } from '../errors.js';
import { type PackState, type Replacement, type ShelvedPack } from './pack-life.js';
import { type PackReport } from './pack-report.js';

/** This cannot be done to a version in the state it is in; somebody may have been first. */
export class PackStateConflict extends LedgerError {
  readonly code = 'pack-state-conflict';
  readonly state: PackState;
  readonly endsOn: string | null;

  constructor({ ref: { name, version }, state, endsOn }: ShelvedPack) {
    const until = endsOn === null ? { nl: '', en: '' } : { nl: ` (tot ${endsOn})`, en: ` (until ${endsOn})` };
    super({
      nl: `Dit kan niet met ${name} ${version}: die is ${state}${until.nl}. Haal de versie opnieuw op en kijk wat nog moet.`,
      en: `This cannot be done to ${name} ${version}: it is ${state}${until.en}. Fetch the version again and see what is left to do.`,
    });
    this.state = state;
    this.endsOn = endsOn;
  }
}

/** Other content under a version that is published: that content is what partnerships are judged by. */
export class PackImmutable extends LedgerError {
  readonly code = 'pack-immutable';

  constructor(
    { name, version }: Replacement,
    readonly state: PackState,
  ) {
    super({
      nl: `${name} ${version} is ${state} en verandert niet meer. Verhoog de versie in pack.yaml en bied het opnieuw aan.`,
      en: `${name} ${version} is ${state} and does not change any more. Raise the version in pack.yaml and upload it again.`,
    });
  }
}

/** The concept was replaced since it was looked at. */
export class PackChanged extends LedgerError {
  readonly code = 'pack-changed';

  constructor(
    { name, version }: Replacement,
    /** Digest of what is there now. */
    readonly digest: string,
  ) {
    super({
      nl: `Het concept ${name} ${version} is intussen vervangen. Bekijk het opnieuw voordat u verdergaat.`,
      en: `The concept ${name} ${version} was replaced meanwhile. Look at it again before you go on.`,
    });
  }
}

/** Partnerships are judged by this content. */
export class PackPinned extends LedgerError {
  readonly code = 'pack-pinned';

  constructor({ name, version }: Replacement) {
    super({
      nl: `Partnerschappen worden beoordeeld met ${name} ${version}; het kan niet weg of anders worden. Maak een nieuwe versie.`,
      en: `Partnerships are judged by ${name} ${version}; it cannot go or change. Make a new version.`,
    });
  }
}

/** Versions are published in order of number. */
export class PackVersionNotHigher extends LedgerError {
  readonly code = 'pack-version-not-higher';

  constructor(
    { name, version }: Replacement,
    /** The highest version that was ever published. */
    readonly newest: string,
  ) {
    super({
      nl: `${name} ${version} is niet hoger dan ${newest}, dat al gepubliceerd is. Geef het in pack.yaml een hogere versie.`,
      en: `${name} ${version} is not higher than ${newest}, which is published. Give it a higher version in pack.yaml.`,
    });
  }
}

/** The report stands in the way of publishing. */
export class PackNotPublishable extends LedgerError {
  readonly code = 'pack-not-publishable';

  constructor(
    { name, version }: Replacement,
    readonly report: PackReport,
  ) {
    super({
      nl: `${name} ${version} kan niet worden gepubliceerd: het rapport heeft fouten of mislukte tests. Verbeter ze en bied het opnieuw aan.`,
      en: `${name} ${version} cannot be published: the report has errors or failed tests. Correct them and upload it again.`,
    });
  }
}

/** The pack wants somebody else to look at what was uploaded before it is in force. */
export class FourEyesNeeded extends LedgerError {
  readonly code = 'four-eyes-needed';

  constructor(
    { name, version }: Replacement,
    /** Names of those who may publish it now. */
    readonly may: readonly string[],
    roles: readonly string[],
  ) {
    const [who, role] = [may.join(', '), roles.join(', ')];
    super({
      nl: `${name} ${version} vraagt vier ogen, en u hebt deze inhoud aangeboden. ${may.length > 0 ? `Vraag een van deze mensen om te publiceren: ${who}.` : `Niemand anders mag publiceren; vraag de beheerder om nog iemand de rol ${role} te geven.`}`,
      en: `${name} ${version} asks for four eyes, and you uploaded this content. ${may.length > 0 ? `Ask one of these people to publish it: ${who}.` : `Nobody else may publish; ask the administrator to give somebody else the role ${role}.`}`,
    });
  }
}

/** There are only concepts of this pack. */
export class PackNotPublished extends LedgerError {
  readonly code = 'pack-not-published';

  constructor(name: string) {
    super({
      nl: `Van regelpakket ${name} is nog niets gepubliceerd. Publiceer een versie, of kies een ander pakket.`,
      en: `Nothing of rule pack ${name} is published yet. Publish a version, or choose another pack.`,
    });
  }
}

/** The pack has ended; names what takes its place. */
export class PackEnded extends LedgerError {
  readonly code = 'pack-ended';
  readonly replacedBy: Replacement | null;

  constructor({ ref: { name, version }, endsOn, replacedBy, reason }: ShelvedPack) {
    const instead =
      replacedBy === null
        ? { nl: 'Kies een ander pakket.', en: 'Choose another pack.' }
        : {
            nl: `Gebruik ${replacedBy.name} ${replacedBy.version}.`,
            en: `Use ${replacedBy.name} ${replacedBy.version}.`,
          };
    super({
      nl: `Regelpakket ${name} ${version} is vervallen per ${endsOn} (${reason}); er begint niets nieuws onder. ${instead.nl}`,
      en: `Rule pack ${name} ${version} ended on ${endsOn} (${reason}); nothing new starts under it. ${instead.en}`,
    });
    this.replacedBy = replacedBy;
  }
}
