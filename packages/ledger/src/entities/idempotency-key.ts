import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An answer given under an `Idempotency-Key`, so that a repeated request gets the same one. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('text') key!: string;
  /** SHA-256 of what was asked. */
  @Column('text', { name: 'request_hash' }) requestHash!: string;
  @Column('text') answer!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
}
