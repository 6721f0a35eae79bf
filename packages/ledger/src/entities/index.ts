import { ContractEntity } from './contract.js';
import { HistoryEntity } from './history.js';
import { IdempotencyKeyEntity } from './idempotency-key.js';
import { OrganisationEntity } from './organisation.js';
import { OutboxEntity } from './outbox.js';
import { PartnershipEntity } from './partnership.js';
import { RegressionEntity } from './regression.js';
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
  OutboxEntity,
  IdempotencyKeyEntity,
  RulePackEntity,
  RulePackEventEntity,
  RegressionEntity,
];
