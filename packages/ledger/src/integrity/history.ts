import { endOfLocalDay } from '@samenwerkt/calendar';
import { replay, road, type Leg, type Partnership } from '@samenwerkt/engine';
import { type DataSource } from 'typeorm';
import { HistoryEntity } from '../entities/history.js';
import { PartnershipEntity } from '../entities/partnership.js';
import { NotFound, NotYetBegun } from '../errors.js';
import { scopeOf, seenWithin, type Within } from '../queries/scope.js';
import { toRecordedEvent } from './chain.js';

/** Reads histories; writing them is the writer's alone. */
export class Histories {
  constructor(private readonly dataSource: DataSource) {}

  /** All events of a partnership, oldest first. @throws NotFound */
  async all(within: Within, partnership: string): Promise<HistoryEntity[]> {
    await this.mustExist(within, partnership);
    return this.dataSource.getRepository(HistoryEntity).find({
      where: { organisationId: scopeOf(within).organisation, partnershipId: partnership },
      order: { sequence: 'ASC' },
    });
  }

  /** One page of events, oldest first, after a sequence. @throws NotFound */
  async page(within: Within, partnership: string, after: number, limit: number): Promise<HistoryEntity[]> {
    await this.mustExist(within, partnership);
    const { organisation } = scopeOf(within);
    return this.dataSource
      .getRepository(HistoryEntity)
      .createQueryBuilder('h')
      .where('h.partnership_id = :partnership AND h.organisation_id = :organisation AND h.sequence > :after', {
        partnership,
        organisation,
        after,
      })
      .orderBy('h.sequence', 'ASC')
      .limit(limit)
      .getMany();
  }

  /**
   * One page of the events of one kind, newest first.
   * @param before sequence of the last one of the page before; undefined for the first page
   * @throws NotFound
   */
  async pageOf(
    organisation: string,
    partnership: string,
    event: string,
    limit: number,
    before?: number,
  ): Promise<HistoryEntity[]> {
    await this.mustExist(organisation, partnership);
    const query = this.dataSource
      .getRepository(HistoryEntity)
      .createQueryBuilder('h')
      .where('h.partnership_id = :partnership AND h.organisation_id = :organisation AND h.event = :event', {
        partnership,
        organisation,
        event,
      });
    if (before !== undefined) query.andWhere('h.sequence < :before', { before });
    return query.orderBy('h.sequence', 'DESC').limit(limit).getMany();
  }

  /**
   * The partnership as it stood at the end of a local day (Europe/Amsterdam).
   * @throws NotFound, NotYetBegun, HistoryUnplayable
   */
  async asOf(within: Within, partnership: string, date: string): Promise<Partnership> {
    const until = endOfLocalDay(date);
    const rows = await this.all(within, partnership);
    const then = replay(rows.filter(({ at }) => at <= until).map(toRecordedEvent));
    if (!then) throw new NotYetBegun(date);
    return then;
  }

  /** The states that every event left and entered. @throws NotFound, HistoryUnplayable */
  async road(within: Within, partnership: string): Promise<readonly Leg[]> {
    return road((await this.all(within, partnership)).map(toRecordedEvent));
  }

  private async mustExist(within: Within, id: string): Promise<void> {
    const found = await this.dataSource.getRepository(PartnershipEntity).existsBy({ id, ...seenWithin(within) });
    if (!found) throw new NotFound({ nl: 'partnerschap', en: 'partnership' }, id);
  }
}
