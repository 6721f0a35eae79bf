import { EngineError, type Actor } from '@samenwerkt/engine';
import { v7 as uuid } from 'uuid';
import { type Audit } from '../audit/audit.js';
import { type Database } from '../database/database.js';
import { EventRefused, LedgerError, SelectionTooLarge } from '../errors.js';
import { OVER } from '../queries/over.js';
import { type PartnershipRow, type Partnerships } from '../queries/partnerships.js';
import { type PartnershipWriter } from '../writer/partnership-writer.js';

/** Work of one coordinator that goes to another. */
export interface Handover {
  readonly organisation: string;
  readonly actor: Actor;
  /** Who is coordinator now, by the name on record. */
  readonly from: string;
  /** Who will be. */
  readonly to: string;
  /** Who will be back-up; the back-up stays who it was when this is left out. */
  readonly backup?: string | undefined;
  /** Why; goes into each history. */
  readonly reason: string;
  /** Ids; only these of the coordinator's partnerships. All that are open when left out. */
  readonly partnerships?: readonly string[] | undefined;
}

/** What became of one partnership, or would. */
export interface HandoverOutcome {
  readonly partnership: string;
  readonly title: string;
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
  readonly audit: Audit;
}

/** Hands over all open work of a coordinator, one event for each partnership. */
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

  private async each(
    handover: Handover,
    act: (command: ReturnType<typeof commandFor>) => Promise<void>,
  ): Promise<HandoverOutcome[]> {
    const rows = await this.open(handover);
    const outcomes: HandoverOutcome[] = [];
    for (let first = 0; first < rows.length; first += AT_ONCE) {
      const some = rows.slice(first, first + AT_ONCE);
      outcomes.push(...(await Promise.all(some.map((row) => outcomeOf(row, () => act(commandFor(handover, row)))))));
    }
    return outcomes;
  }

  /** The coordinator's partnerships that are not over, newest first. */
  private async open({ organisation, from, partnerships }: Handover): Promise<PartnershipRow[]> {
    const wanted = partnerships && new Set(partnerships);
    const found: PartnershipRow[] = [];
    for (let before: string | undefined; ;) {
      const page = await this.parts.partnerships.page(organisation, { coordinator: from }, PAGE, before);
      found.push(...page.filter(({ id, phase }) => phase !== OVER && wanted?.has(id) !== false));
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

function commandFor({ organisation, actor, to, backup, reason }: Handover, { id, version }: PartnershipRow) {
  return {
    organisation,
    actor,
    partnership: id,
    event: EVENT,
    expectedVersion: version,
    data: { coordinator: to, ...(backup !== undefined && { backup }), reden: reason },
  };
}

async function outcomeOf({ id, title }: PartnershipRow, act: () => Promise<void>): Promise<HandoverOutcome> {
  try {
    await act();
    return { partnership: id, title };
  } catch (error) {
    if (!(error instanceof LedgerError || error instanceof EngineError)) throw error;
    return { partnership: id, title, refused: error };
  }
}
