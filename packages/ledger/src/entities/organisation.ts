import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A public body that uses the product. Every other row carries the id of its organisation. */
@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
}
