import { ContractEntity } from './contract.js';
import { DeliveryAttemptEntity } from './delivery-attempt.js';
import { HistoryEntity } from './history.js';
import { IdempotencyKeyEntity } from './idempotency-key.js';
import { OrganisationEntity } from './organisation.js';
import { PackMigrationEntity } from './pack-migration.js';
import { PackMigrationResultEntity } from './pack-migration-result.js';
import { PartnershipEntity } from './partnership.js';
import { RegressionEntity } from './regression.js';
import { ReminderActEntity } from './reminder-act.js';
import { ReminderEntity } from './reminder.js';
import { RulePackEventEntity } from './rule-pack-event.js';
import { RulePackEntity } from './rule-pack.js';
import { SupplierEntity } from './supplier.js';
import { TimerEntity } from './timer.js';

export const ENTITIES = [
  OrganisationEntity,
  SupplierEntity,
  ContractEntity,
  PartnershipEntity,
  HistoryEntity,
  TimerEntity,
  ReminderEntity,
  DeliveryAttemptEntity,
  ReminderActEntity,
  IdempotencyKeyEntity,
  RulePackEntity,
  RulePackEventEntity,
  RegressionEntity,
  PackMigrationEntity,
  PackMigrationResultEntity,
];
