import { addDays, addMonths, nearestWorkday } from '@samenwerkt/calendar';
import { openAgreements, plannedTimers, sampleData } from '@samenwerkt/engine';
import { type Ledger, type ReminderLine } from '@samenwerkt/ledger';
import { type Turn } from './cast.js';
import { ACTOR, LIFECYCLE, MONTHLY_PACK, ORGANISATION, type Player } from './stage.js';

/** What a player does on a day. */
type Act = Turn['act'] | 'gesprek';

/** Something that was done, and what it did to what was planned. */
export interface Deed {
  readonly player: Player;
  readonly act: Act;
  /** Reminders of the partnership, before and after. */
  readonly before: readonly ReminderLine[];
  readonly after: readonly ReminderLine[];
}

/** The players at work. Who does what on which day follows from the cast and from what the ledger has planned, only. */
export class Troupe {
  private readonly conversations = new Map<string, string>();
  private readonly held = new Map<string, number>();

  /** @param from first day of the story, a local date (ISO) */
  constructor(
    private readonly ledger: Ledger,
    private readonly players: readonly Player[],
    private readonly from: string,
  ) {}

  /** Has every player look when the first conversation is to be. */
  async begin(): Promise<void> {
    for (const player of this.players) await this.plan(player, this.from);
  }

  /** Whether anybody does anything on a day. */
  isBusyOn(day: string): boolean {
    return this.players.some((player) => this.actsOf(player, day).length > 0);
  }

  /** Does what is to be done on a day, in the order of the cast. */
  async act(day: string): Promise<Deed[]> {
    const deeds: Deed[] = [];
    for (const player of this.players)
      for (const act of this.actsOf(player, day)) deeds.push(await this.perform(player, act, day));
    return deeds;
  }

  private actsOf({ partnership, turns }: Player, day: string): Act[] {
    const today = turns.filter((turn) => workday(addDays(this.from, turn.day)) === day).map(({ act }) => act);
    return this.conversations.get(partnership) === day ? ['gesprek', ...today] : today;
  }

  private async perform(player: Player, act: Act, day: string): Promise<Deed> {
    const { partnership } = player;
    const before = await this.reminders(partnership);
    if (act === 'gesprek') this.held.set(partnership, (this.held.get(partnership) ?? 0) + 1);
    if (act === 'maandelijks') await this.meetMonthly(partnership);
    else await this.submit(player, act, day);
    await this.plan(player, day);
    return { player, act, before, after: await this.reminders(partnership) };
  }

  private async submit(player: Player, act: Exclude<Act, 'maandelijks'>, day: string): Promise<void> {
    const event = act === 'gesprek' ? 'gesprekVastleggen' : act;
    const settled = act === 'gesprek' ? await this.settled(player) : {};
    const data = { ...sampleData(LIFECYCLE, event), ...ownData(player, day)[event], ...settled };
    await this.ledger.writer.submit({
      organisation: ORGANISATION,
      actor: ACTOR,
      partnership: player.partnership,
      event,
      data,
    });
  }

  /** Whatever was agreed last time has been done by the next conversation. */
  private async settled({ partnership: id }: Player) {
    const { partnership } = await this.ledger.partnerships.get(ORGANISATION, id);
    return { afgedaan: openAgreements(partnership).map((open) => ({ afspraak: open.id, uitkomst: 'gedaan' })) };
  }

  private async meetMonthly(partnership: string): Promise<void> {
    await this.ledger.writer.migrate({
      organisation: ORGANISATION,
      actor: ACTOR,
      partnership,
      to: { name: MONTHLY_PACK, version: '1.0.0' },
      reden: 'De realisatie blijft achter; voortaan elke maand een gesprek',
    });
  }

  /** Puts the next conversation in the agenda: by habit, counted from the day by which the ledger wants it. */
  private async plan({ partnership: id, holds }: Player, day: string): Promise<void> {
    const { partnership } = await this.ledger.partnerships.get(ORGANISATION, id);
    const policy = await this.ledger.shelf.policy(ORGANISATION, partnership.pack);
    const due = plannedTimers(partnership, policy).find(({ kind }) => kind === 'gesprek')?.dueOn;
    this.conversations.delete(id);
    if (due === undefined) return;
    const habit = holds[(this.held.get(id) ?? 0) % holds.length] ?? 0;
    const wanted = workday(addDays(due, habit));
    this.conversations.set(id, wanted > day ? wanted : workday(addDays(day, 1)));
  }

  private async reminders(partnership: string): Promise<readonly ReminderLine[]> {
    return (await this.ledger.reminders.page(ORGANISATION, { partnership }, 1000)).items;
  }
}

function workday(day: string): string {
  return nearestWorkday(day, 'na');
}

/** Days for which a location is expected to be closed. */
const CLOSED_FOR = 105;

const SUPPLIER = 'Relatiemanager opdrachtnemer';
/** Days that somebody gets to do what was agreed. */
const AGREED_WITHIN = 28;

/** What the events say of this player, beside what the sample data says of anybody. */
function ownData({ coordinator, backup, contract }: Player, day: string): Readonly<Record<string, object>> {
  return {
    gesprekVastleggen: {
      datum: day,
      deelnemers: [{ functie: coordinator }, { functie: SUPPLIER }],
      afspraken: [{ afspraak: 'Twee kandidaten voorstellen', eigenaar: SUPPLIER, datum: addDays(day, AGREED_WITHIN) }],
    },
    opschorten: { verwachteHervatting: addDays(day, CLOSED_FOR) },
    coordinatorOverdragen: { coordinator: backup, backup: coordinator },
    contractVerlengen: { datum: day, contractEinde: addMonths(contract.einde ?? day, 12) },
  };
}
