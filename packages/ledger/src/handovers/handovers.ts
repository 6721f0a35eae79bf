import { EngineError, type Actor } from '@samenwerkt/engine';
import { v7 as uuid } from 'uuid';
import { type Audit } from '../audit/audit.js';
import { type Database } from '../database/database.js';
import { EventRefused, LedgerError, SelectionTooLarge } from '../errors.js';
import { type DataSubjects } from '../privacy/data-subjects.js';
import { OVER } from '../queries/over.js';
import { type PartnershipRow, type Partnerships } from '../queries/partnerships.js';
import { type PartnershipWriter } from '../writer/partnership-writer.js';
import { BackupMissing, ChangedMeanwhile } from './errors.js';

/** Work that goes from its coordinator to another: all that is open of one, or what is named. */
export interface Handover {
  readonly organisation: string;
  readonly actor: Actor;
  /** Who is coordinator now, by the name on record. */
  readonly from?: string | undefined;
  /** Who will be; the back-up of each when this is left out. */
  readonly to?: string | undefined;
  /** Who will be back-up. When left out the back-up stays, or, having become coordinator, changes places with who was. */
  readonly backup?: string | undefined;
  /** Why; goes into each history. */
  readonly reason: string;
  /** Ids; all that are open of the coordinator when left out. One of the two is given. */
  readonly partnerships?: readonly string[] | undefined;
  /** Instant (ISO, UTC): what changed after it is left alone. */
  readonly unchangedSince?: string | undefined;
}

/** What became of one partnership, or would. */
export interface HandoverOutcome {
  readonly partnership: string;
  readonly title: string;
  /** Who will be coordinator, by name or by the reference to a person; undefined when nobody can be. */
  readonly to: string | undefined;
  /** Why not; absent when it was handed over, or can be. */
  readonly refused?: LedgerError | EngineError;
}

/** The event by which a partnership gets another coordinator. */
const EVENT = 'coordinatorOverdragen';
/** Most partnerships at a time: they are handed over while somebody waits. */
const MOST_HANDED_OVER = 2_000;
const PAGE = 500;
const AT_ONCE = 50;

interface Parts {
  readonly database: Database;
  readonly partnerships: Partnerships;
  readonly writer: PartnershipWriter;
  readonly subjects: DataSubjects;
  readonly audit: Audit;
}

/** Hands over open work, one event for each partnership. */
export class Handovers {
  constructor(private readonly parts: Parts) {}

  /**
   * What would come of it; nothing is recorded.
   * @throws SelectionTooLarge
   */
  async rehearse(handover: Handover): Promise<HandoverOutcome[]> {
    return this.each(handover, async (command) => {
      const decision = await this.parts.writer.rehearse(command);
      if (decision.outcome === 'refused') throw new EventRefused(decision);
    });
  }

  /**
   * Each for itself: what is refused keeps the others from nothing. Asked once more, it goes on with what is left.
   * @throws SelectionTooLarge
   */
  async carryOut(handover: Handover): Promise<HandoverOutcome[]> {
    const outcomes = await this.each(handover, async (command) => void (await this.parts.writer.submit(command)));
    const refused = outcomes.filter((one) => one.refused).length;
    if (outcomes.length > 0) await this.record(handover, { partnerships: outcomes.length, refused });
    return outcomes;
  }

  private async each(handover: Handover, act: (command: HandoverCommand) => Promise<void>): Promise<HandoverOutcome[]> {
    const rows = await this.open(handover);
    const outcomes: HandoverOutcome[] = [];
    for (let first = 0; first < rows.length; first += AT_ONCE) {
      const some = rows.slice(first, first + AT_ONCE);
      outcomes.push(...(await Promise.all(some.map((row) => this.outcomeOf(handover, row, act)))));
    }
    return outcomes;
  }

  private async outcomeOf(
    handover: Handover,
    row: PartnershipRow,
    act: (command: HandoverCommand) => Promise<void>,
  ): Promise<HandoverOutcome> {
    const { id: partnership, title } = row;
    const { unchangedSince } = handover;
    let to = handover.to;
    try {
      if (unchangedSince !== undefined && row.updatedAt > unchangedSince) throw new ChangedMeanwhile();
      const people = to === undefined ? await this.changingPlaces(handover, partnership) : { ...handover, to };
      to = people.to;
      await act(commandFor(handover, row, people));
      return { partnership, title, to };
    } catch (error) {
      if (!(error instanceof LedgerError || error instanceof EngineError)) throw error;
      return { partnership, title, to, refused: error };
    }
  }

  /** The back-up becomes coordinator, and who was coordinator back-up, unless somebody else is named. @throws BackupMissing */
  private async changingPlaces({ organisation, backup }: Handover, id: string): Promise<People> {
    const { partnership } = await this.parts.partnerships.get(organisation, id);
    const nameOf = (written = '') => this.parts.subjects.nameBehind(organisation, written);
    const to = await nameOf(partnership.backup);
    if (to === undefined || to === '') throw new BackupMissing();
    return { to, backup: backup ?? ((await nameOf(partnership.coordinator)) || undefined) };
  }

  /** The partnerships meant that are not over, newest first. */
  private async open({ organisation, from, partnerships: ids }: Handover): Promise<PartnershipRow[]> {
    const filter = { ...(from !== undefined && { coordinator: from }), ...(ids !== undefined && { ids }) };
    const found: PartnershipRow[] = [];
    if (Object.keys(filter).length === 0) return found;
    for (let before: string | undefined; ;) {
      const page = await this.parts.partnerships.page(organisation, filter, PAGE, before);
      found.push(...page.filter(({ phase }) => phase !== OVER));
      if (found.length > MOST_HANDED_OVER) throw new SelectionTooLarge(MOST_HANDED_OVER);
      before = page.at(-1)?.id;
      if (page.length < PAGE) return found;
    }
  }

  private async record(
    { organisation, actor, reason }: Handover,
    details: Readonly<Record<string, number>>,
  ): Promise<void> {
    const subject = { kind: 'handover', id: uuid() };
    const line = { organisation, actor: actor.id, action: 'handover.done', subject, reason, details } as const;
    await this.parts.database.write(() => this.parts.audit.record(line));
  }
}

interface People {
  readonly to: string;
  readonly backup?: string | undefined;
}

type HandoverCommand = ReturnType<typeof commandFor>;

function commandFor({ organisation, actor, reason }: Handover, { id, version }: PartnershipRow, people: People) {
  const { to, backup } = people;
  return {
    organisation,
    actor,
    partnership: id,
    event: EVENT,
    expectedVersion: version,
    data: { coordinator: to, ...(backup !== undefined && { backup }), reden: reason },
  };
}
