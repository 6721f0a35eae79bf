import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An opdrachtnemer, by the name under which the organisation knows it; unique within the organisation. */
@Entity('supplier')
export class SupplierEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
}
