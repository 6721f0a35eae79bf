import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A partnership: its snapshot, and beside it the columns by which lists search. */
@Entity('partnership')
export class PartnershipEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'contract_id', nullable: true }) contractId!: string | null;
  @Column('text', { name: 'supplier_id', nullable: true }) supplierId!: string | null;
  @Column('text') title!: string;
  @Column('text') phase!: string;
  /** Active leaf states between bars: `|monitoring|borging.beleid.open|`. */
  @Column('text') states!: string;
  @Column('text', { name: 'lifecycle_id' }) lifecycleId!: string;
  @Column('text', { name: 'pack_name' }) packName!: string;
  @Column('text', { name: 'pack_version' }) packVersion!: string;
  @Column('text', { nullable: true }) coordinator!: string | null;
  /** Earliest open timer, ISO date. */
  @Column('text', { name: 'next_due_on', nullable: true }) nextDueOn!: string | null;
  /** Last day of the contract, ISO date. */
  @Column('text', { name: 'contract_ends_on', nullable: true }) contractEndsOn!: string | null;
  @Column('integer') version!: number;
  /** `Partnership` as JSON, and its SHA-256. */
  @Column('text') snapshot!: string;
  @Column('text', { name: 'snapshot_hash' }) snapshotHash!: string;
  /** Hash of the last event of its history. */
  @Column('text', { name: 'head_hash' }) headHash!: string;
  @Column('text', { name: 'quarantined_at', nullable: true }) quarantinedAt!: string | null;
  @Column('text', { name: 'quarantine_reason', nullable: true }) quarantineReason!: string | null;
  @Column('text', { name: 'created_at' }) createdAt!: string;
  @Column('text', { name: 'updated_at' }) updatedAt!: string;
}
