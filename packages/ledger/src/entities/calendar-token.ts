import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The right to read an organisation's calendar, for whoever has the token. */
@Entity('calendar_token')
export class CalendarTokenEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** Who or what it was given to, in the words of the administrator. */
  @Column('text') label!: string;
  /** SHA-256 of the token, in hexadecimal; the token itself is nowhere. */
  @Column('text') hash!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
  @Column('text', { name: 'revoked_at', nullable: true }) revokedAt!: string | null;
  /** Instant of the last reading, to the hour. */
  @Column('text', { name: 'last_used_at', nullable: true }) lastUsedAt!: string | null;
}
