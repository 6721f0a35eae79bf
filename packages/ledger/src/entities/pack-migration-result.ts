import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What became of one partnership of a selection that is moved to another pack. */
@Entity('pack_migration_result')
export class PackMigrationResultEntity {
  @PrimaryColumn('text', { name: 'migration_id' }) migrationId!: string;
  @PrimaryColumn('text', { name: 'partnership_id' }) partnershipId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** Version of the partnership when it was selected; once it has another, it is not moved. */
  @Column('integer') version!: number;
  /** `present`: it was on that pack already; `conflict`: it changed after it was selected. */
  @Column('text') outcome!: 'waiting' | 'moved' | 'present' | 'refused' | 'conflict';
  /** Code of the error that stood in the way. */
  @Column('text', { nullable: true }) code!: string | null;
  /** `Text` as JSON: what stood in the way. */
  @Column('text', { nullable: true }) reason!: string | null;
  /** Instant (ISO, UTC). */
  @Column('text', { name: 'settled_at', nullable: true }) settledAt!: string | null;
}
