import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The files of a pack as they were when first loaded, kept per organisation so that a partnership pinned to a digest
 * can always be judged by it.
 */
@Entity('rule_pack')
export class RulePackEntity {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('text') name!: string;
  @PrimaryColumn('text') version!: string;
  @Column('text') digest!: string;
  /** JSON object: path in the pack → text. */
  @Column('text') files!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
}
