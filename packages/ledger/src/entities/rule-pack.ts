import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A version of a pack: its files, kept per organisation so that a partnership pinned to a digest can always be judged
 * by it, and how far it is in its life.
 */
@Entity('rule_pack')
export class RulePackEntity {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('text') name!: string;
  @PrimaryColumn('text') version!: string;
  @Column('text') digest!: string;
  /** JSON object: path in the pack → text. */
  @Column('text') files!: string;
  /** Instant (ISO, UTC) at which these files came. */
  @Column('text', { name: 'created_at' }) createdAt!: string;
  /** `vervallen` is not stored: a published version is that from `endsOn`. */
  @Column('text') state!: 'concept' | 'gepubliceerd';
  @Column('text', { name: 'uploaded_by' }) uploadedBy!: string;
  @Column('text', { name: 'published_at', nullable: true }) publishedAt!: string | null;
  @Column('text', { name: 'published_by', nullable: true }) publishedBy!: string | null;
  /** ISO date, Europe/Amsterdam: the first day on which nothing can be started under it. */
  @Column('text', { name: 'ends_on', nullable: true }) endsOn!: string | null;
  @Column('text', { name: 'replaced_by_name', nullable: true }) replacedByName!: string | null;
  @Column('text', { name: 'replaced_by_version', nullable: true }) replacedByVersion!: string | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason!: string | null;
}
