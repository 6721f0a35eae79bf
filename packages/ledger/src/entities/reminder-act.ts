import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an administrator did about a reminder. Rows are only ever added. */
@Entity('reminder_act')
export class ReminderActEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'reminder_id' }) reminderId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') act!: 'retry' | 'skip' | 'reschedule';
  @Column('text', { name: 'actor_id' }) actorId!: string;
  @Column('text') reason!: string;
  /** State and moment before, as JSON. */
  @Column('text') was!: string;
  @Column('text') at!: string;
}
