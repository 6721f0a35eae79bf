import { Initial1763800000000 } from './1763800000000-initial.js';
import { Regressions1763803000000 } from './1763803000000-regressions.js';
import { Registry1763806000000 } from './1763806000000-registry.js';
import { PackMigrations1763807000000 } from './1763807000000-pack-migrations.js';

import { Reminders1763809000000 } from './1763809000000-reminders.js';
import { Dispatch1763810000000 } from './1763810000000-dispatch.js';
import { CalendarTokens1763811000000 } from './1763811000000-calendar-tokens.js';
import { UncertainDeliveries1763813000000 } from './1763813000000-uncertain-deliveries.js';
import { PackMoments1763814000000 } from './1763814000000-pack-moments.js';
import { AddressNames1763814100000 } from './1763814100000-address-names.js';
import { DeadReminders1763815000000 } from './1763815000000-dead-reminders.js';
import { RunLeases1763815100000 } from './1763815100000-run-leases.js';
import { Revisions1763816000000 } from './1763816000000-revisions.js';
import { People1763820000000 } from './1763820000000-people.js';
import { DataSubjects1763821000000 } from './1763821000000-data-subjects.js';
import { Audit1763822000000 } from './1763822000000-audit.js';
import { Retention1763823000000 } from './1763823000000-retention.js';
import { Evidence1763823100000 } from './1763823100000-evidence.js';
import { SealedPeople1763824000000 } from './1763824000000-sealed-people.js';
import { Identities1763825000000 } from './1763825000000-identities.js';
import { ContractEnds1763826100000 } from './1763826100000-contract-ends.js';
import { SavedViews1763826200000 } from './1763826200000-saved-views.js';
import { FoldedLetters1763826300000 } from './1763826300000-folded-letters.js';

/** Every step from an empty file to the tables of today, oldest first. */
export const MIGRATIONS = [
  Initial1763800000000,
  Regressions1763803000000,
  Registry1763806000000,
  PackMigrations1763807000000,
  Reminders1763809000000,
  Dispatch1763810000000,
  CalendarTokens1763811000000,
  UncertainDeliveries1763813000000,
  PackMoments1763814000000,
  AddressNames1763814100000,
  DeadReminders1763815000000,
  RunLeases1763815100000,
  Revisions1763816000000,
  People1763820000000,
  DataSubjects1763821000000,
  Audit1763822000000,
  Retention1763823000000,
  Evidence1763823100000,
  SealedPeople1763824000000,
  Identities1763825000000,
  ContractEnds1763826100000,
  SavedViews1763826200000,
  FoldedLetters1763826300000,
];
