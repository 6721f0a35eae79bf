import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A contract or planned procurement as the procurement department knows it. */
@Entity('contract')
export class ContractEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'supplier_id', nullable: true }) supplierId!: string | null;
  /** Reference, unique within the organisation. */
  @Column('text') kenmerk!: string;
  @Column('text') titel!: string;
  /** `ContractFacts` as JSON. */
  @Column('text') facts!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
}
