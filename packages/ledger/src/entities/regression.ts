import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A run that judges every history under a pack again by a candidate: how far it is, and what it found. */
@Entity('regression')
export class RegressionEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** Name of the pack whose partnerships are judged again. */
  @Column('text', { name: 'pack_name' }) packName!: string;
  @Column('text', { name: 'candidate_name' }) candidateName!: string;
  @Column('text', { name: 'candidate_version' }) candidateVersion!: string;
  @Column('text', { name: 'candidate_digest' }) candidateDigest!: string;
  @Column('text') state!: 'running' | 'done' | 'stopped' | 'failed';
  /** Partnerships to judge, and how many of them are through. */
  @Column('integer') total!: number;
  @Column('integer') done!: number;
  /** Events judged so far. */
  @Column('integer') events!: number;
  /** Instant (ISO, UTC). */
  @Column('text', { name: 'started_at' }) startedAt!: string;
  @Column('text', { name: 'finished_at', nullable: true }) finishedAt!: string | null;
  /** What went wrong, for whoever keeps the program running. */
  @Column('text', { nullable: true }) failure!: string | null;
  /** `Findings` as JSON. */
  @Column('text') findings!: string;
}
