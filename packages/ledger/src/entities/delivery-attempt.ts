import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One try to get a reminder out. */
@Entity('delivery_attempt')
export class DeliveryAttemptEntity {
  @PrimaryColumn('text', { name: 'reminder_id' }) reminderId!: string;
  /** 1 for the first. */
  @PrimaryColumn('integer') number!: number;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') worker!: string;
  @Column('text', { name: 'started_at' }) startedAt!: string;
  @Column('text', { name: 'finished_at', nullable: true }) finishedAt!: string | null;
  /** `lost`: the worker did not come back; it may have gone out. */
  @Column('text') outcome!: 'sending' | 'sent' | 'failed' | 'lost';
  /** 1 when nobody knows whether the message arrived: the worker died, or the connection broke before the answer. */
  @Column('integer', { name: 'may_have_arrived' }) mayHaveArrived!: 0 | 1;
  @Column('text', { nullable: true }) channel!: string | null;
  /** What the other side calls it. */
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('text', { nullable: true }) error!: string | null;
}
