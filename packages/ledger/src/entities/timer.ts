import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A moment that must not pass unseen; written in the transaction of the event that caused it. */
@Entity('timer')
export class TimerEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'partnership_id' }) partnershipId!: string;
  @Column('text') kind!: string;
  @Column('text') occurrence!: string;
  /** Local date (Europe/Amsterdam), ISO. */
  @Column('text', { name: 'due_on' }) dueOn!: string;
  @Column('text') state!: 'open' | 'closed';
  /** Sequence of the event that set it, and of the one that closed it. */
  @Column('integer', { name: 'set_by' }) setBy!: number;
  @Column('integer', { name: 'closed_by', nullable: true }) closedBy!: number | null;
}
