import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One event of a history. Rows are only ever added: triggers in the database refuse updates and deletes. */
@Entity('history')
export class HistoryEntity {
  @PrimaryColumn('text', { name: 'partnership_id' }) partnershipId!: string;
  @PrimaryColumn('integer') sequence!: number;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') event!: string;
  /** The event's data as JSON, to the letter as it was hashed. */
  @Column('text') data!: string;
  @Column('text', { name: 'actor_id' }) actorId!: string;
  /** Roles the actor held, separated by spaces. */
  @Column('text', { name: 'actor_roles' }) actorRoles!: string;
  /** Instant (ISO, UTC). */
  @Column('text') at!: string;
  @Column('text', { name: 'pack_name' }) packName!: string;
  @Column('text', { name: 'pack_version' }) packVersion!: string;
  @Column('text', { name: 'pack_digest' }) packDigest!: string;
  @Column('text', { name: 'lifecycle_id' }) lifecycleId!: string;
  @Column('text', { name: 'lifecycle_version' }) lifecycleVersion!: string;
  @Column('text', { name: 'lifecycle_hash' }) lifecycleHash!: string;
  /** Number of the engine's rules of behaviour at that time. */
  @Column('integer') semantics!: number;
  /** SHA-256 over the previous event's hash and this event. */
  @Column('text') hash!: string;
}
