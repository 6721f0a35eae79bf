import { LOCAL_ACTOR, type ReminderAct } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { lineText } from '../../output/reminders.js';
import { at } from '../../workplace.js';

/** What every act asks beside which reminder. */
export interface ActOptions {
  readonly reason: string;
}

export const REASON = ['--reason <tekst>', 'waarom; wordt bewaard, dus nooit persoonsgegevens'] as const;

/** Does what is asked of one reminder, and shows how it stands after it. */
export function actOn(command: Command, id: string, act: ReminderAct, { reason }: ActOptions): Promise<void> {
  return at(command, async ({ ledger, organisation, language, say }) => {
    await ledger.reminders.act({ organisation, id, act, actorId: LOCAL_ACTOR, reason });
    const { reminder } = await ledger.reminders.get(organisation, id);
    await say(lineText(reminder, language));
  });
}
