import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a reminder is on its way. */
export type ReminderState =
  /** Its moment is further away than a day. */
  | 'planned'
  /** Handed to the dispatcher. */
  | 'queued'
  /** A worker is sending it, under a lease. */
  | 'sending'
  | 'sent'
  /** An attempt failed; it is tried again. */
  | 'failed'
  /** All attempts failed; somebody must look at it. */
  | 'dead'
  /** Somebody decided that it does not go out. */
  | 'skipped'
  /** What it was about happened, or is no longer asked. */
  | 'cancelled'
  /** Another one came in its place: another date, or a next step that is due as well. */
  | 'superseded';

/** What a reminder is there for. */
export type ReminderPurpose =
  /** Asks for what must have happened by a date, or tells of something that happened. */
  | 'ask'
  /** Tells who was asked already that another date holds. */
  | 'moved'
  /** Tells who was asked already that it is not asked any more. */
  | 'calledOff';

/** Somebody is told something at a moment: of a timer that is due, of an event that happened, or of what ends in a rule pack. */
@Entity('reminder')
export class ReminderEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** Null when it is about a rule pack of the organisation. */
  @Column('text', { name: 'partnership_id', nullable: true }) partnershipId!: string | null;
  /** Kind of timer, or topic of the message of an event. */
  @Column('text') kind!: string;
  @Column('text') occurrence!: string;
  /** 0 for the first, then 1, 2, … for each step of the escalation. */
  @Column('integer') step!: number;
  /**
   * Which change of the date it is about: the sequence of the event that made it, once somebody had been told of the
   * occurrence; 0 before that. Agendas replace what they have by what has a higher one.
   */
  @Column('integer') revision!: number;
  @Column('text') purpose!: ReminderPurpose;
  /** Role, function or person as recorded in the partnership. */
  @Column('text') recipient!: string;
  /** Local date (ISO) by which what it is about must have happened. */
  @Column('text', { name: 'due_on' }) dueOn!: string;
  /** Instant (ISO, UTC) before which it never goes out. */
  @Column('text', { name: 'due_at' }) dueAt!: string;
  @Column('text') state!: ReminderState;
  @Column('integer') attempts!: number;
  /** Attempts since it was planned, or since somebody last asked to try again. */
  @Column('integer') tries!: number;
  /** Instant of the next attempt. */
  @Column('text', { name: 'next_try_at' }) nextTryAt!: string;
  /** Who is sending it, and until when that may take. */
  @Column('text', { nullable: true }) worker!: string | null;
  @Column('text', { name: 'lease_until', nullable: true }) leaseUntil!: string | null;
  /** Sequence of the event that planned it, and of the one that closed it. */
  @Column('integer', { name: 'set_by' }) setBy!: number;
  @Column('integer', { name: 'closed_by', nullable: true }) closedBy!: number | null;
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
  @Column('text', { name: 'sent_at', nullable: true }) sentAt!: string | null;
  @Column('text', { name: 'created_at' }) createdAt!: string;
  @Column('text', { name: 'updated_at' }) updatedAt!: string;
  /** Lower-case text that lists are searched by. */
  @Column('text') search!: string;
  /** Why it exists, as JSON. */
  @Column('text') why!: string;
}
