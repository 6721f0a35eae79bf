import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A move of a selection of partnerships to another pack: what was asked, and how the run stands. */
@Entity('pack_migration')
export class PackMigrationEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** The pack that is moved to. */
  @Column('text', { name: 'to_name' }) toName!: string;
  @Column('text', { name: 'to_version' }) toVersion!: string;
  @Column('text', { name: 'to_digest' }) toDigest!: string;
  /** Why, as recorded with every move. */
  @Column('text') reason!: string;
  /** `Selection` as JSON. */
  @Column('text') selection!: string;
  @Column('text', { name: 'actor_id' }) actorId!: string;
  /** Roles held at that moment, with spaces between them. */
  @Column('text', { name: 'actor_roles' }) actorRoles!: string;
  @Column('text') state!: 'running' | 'done' | 'stopped' | 'failed';
  /** Instant (ISO, UTC). */
  @Column('text', { name: 'started_at' }) startedAt!: string;
  @Column('text', { name: 'finished_at', nullable: true }) finishedAt!: string | null;
  /** What went wrong, for whoever keeps the program running. */
  @Column('text', { nullable: true }) failure!: string | null;
}
