import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that was done to a version of a pack; only ever added. */
@Entity('rule_pack_event')
export class RulePackEventEntity {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('text') name!: string;
  @PrimaryColumn('text') version!: string;
  /** Counts from 1 within the version. */
  @PrimaryColumn('integer') sequence!: number;
  /** `PackStep`. */
  @Column('text') what!: string;
  /** Id of who did it. */
  @Column('text') actor!: string;
  /** Instant (ISO, UTC). */
  @Column('text') at!: string;
  /** JSON object; what is in it depends on `what`. */
  @Column('text') details!: string;
}
