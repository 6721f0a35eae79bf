import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something to tell somebody, written with the event; delivered after the commit. */
@Entity('outbox')
export class OutboxEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'partnership_id' }) partnershipId!: string;
  @Column('integer') sequence!: number;
  @Column('text') topic!: string;
  @Column('text') recipient!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
  @Column('text', { name: 'delivered_at', nullable: true }) deliveredAt!: string | null;
}
