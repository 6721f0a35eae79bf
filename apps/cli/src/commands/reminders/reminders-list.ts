import { atLocalTime } from '@samenwerkt/calendar';
import { REMINDER_STATES, type ReminderFilter, type ReminderLine, type ReminderState } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { lineText } from '../../output/reminders.js';
import { at, type Workplace } from '../../workplace.js';
import { remindersGroup } from './group.js';

interface Options {
  state?: string;
  kind?: string;
  partnership?: string;
  search?: string;
  from?: string;
  before?: string;
  limit: string;
}

const MOST = 1000;

/** `samenwerkt reminders list`: what goes out, and what became of it. */
export function remindersList(program: Command): void {
  remindersGroup(program)
    .command('list')
    .description('herinneringen, eerste eerst')
    .option('--state <staat>', `alleen in deze staat: ${REMINDER_STATES.join(', ')}`)
    .option('--kind <soort>', 'alleen van deze soort, bijvoorbeeld gesprek')
    .option('--partnership <partnerschap>', 'alleen van dit partnerschap')
    .option('--search <tekst>', 'alleen met deze tekst in titel, kenmerk of ontvanger')
    .option('--from <datum>', 'die op of na deze datum uitgaan')
    .option('--before <datum>', 'die voor deze datum uitgaan')
    .option('--limit <aantal>', 'hoogstens zoveel', '50')
    .action((options: Options, command: Command) =>
      at(command, async (workplace) => {
        const limit = limitOf(options.limit);
        const lines = await found(workplace, await filterOf(workplace, options), limit);
        for (const line of lines) await workplace.say(lineText(line, workplace.language));
        if (lines.length === 0) console.log(NONE[workplace.language]);
      }),
    );
}

const NONE = { nl: 'Geen herinneringen gevonden.', en: 'No reminders found.' };

/** A page with a text to look for may be short while there is more: goes on until there are enough. */
async function found({ ledger, organisation }: Workplace, filter: ReminderFilter, limit: number) {
  const lines: ReminderLine[] = [];
  let page = await ledger.reminders.page(organisation, filter, limit);
  lines.push(...page.items);
  while (page.next && lines.length < limit) {
    page = await ledger.reminders.page(organisation, filter, limit - lines.length, page.next);
    lines.push(...page.items);
  }
  return lines;
}

async function filterOf({ ledger, organisation }: Workplace, options: Options): Promise<ReminderFilter> {
  const { kind, partnership, search: text, from, before } = options;
  return {
    ...{ kind, text, state: stateOf(options.state) },
    ...(partnership !== undefined && { partnership: await ledger.partnerships.idOf(organisation, partnership) }),
    ...(from !== undefined && { from: atLocalTime(from, '00:00') }),
    ...(before !== undefined && { before: atLocalTime(before, '00:00') }),
  };
}

function stateOf(state: string | undefined): ReminderState | undefined {
  const found = REMINDER_STATES.find((known) => known === state);
  if (found !== undefined || state === undefined) return found;
  throw new UsageFault(
    `--state ${state}: kies uit ${REMINDER_STATES.join(', ')}.`,
    `--state ${state}: choose from ${REMINDER_STATES.join(', ')}.`,
  );
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit >= 1 && limit <= MOST) return limit;
  throw new UsageFault(
    `--limit ${text}: kies een getal van 1 tot en met ${MOST}.`,
    `--limit ${text}: choose 1 to ${MOST}.`,
  );
}
