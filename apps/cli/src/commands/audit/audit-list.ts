import { atLocalTime } from '@samenwerkt/calendar';
import { AUDIT_ACTIONS, type AuditAction, type AuditEntry } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { at, type Language } from '../../workplace.js';
import { auditGroup } from './group.js';

interface Options {
  actor?: string;
  action?: string;
  from?: string;
  until?: string;
  limit: string;
}

const MOST = 1000;
const NONE = { nl: 'Geen regels gevonden.', en: 'No lines found.' };

/** `samenwerkt audit list`: who did what to the administration, newest first. */
export function auditList(program: Command): void {
  auditGroup(program)
    .command('list')
    .description('wie wat deed en waarom, nieuwste eerst')
    .option('--actor <id>', 'alleen van deze persoon')
    .option('--action <id>', 'alleen wat zo heet, bijvoorbeeld data-subject.erased')
    .option('--from <datum>', 'op of na deze datum')
    .option('--until <datum>', 'voor deze datum')
    .option('--limit <aantal>', 'hoogstens zoveel', '50')
    .action((options: Options, command: Command) =>
      at(command, async ({ ledger, organisation, language, say }) => {
        const { actor, from, until } = options;
        const filter = {
          ...{ actor, action: actionOf(options.action) },
          from: from === undefined ? undefined : atLocalTime(from, '00:00'),
          until: until === undefined ? undefined : atLocalTime(until, '00:00'),
        };
        const found = await ledger.audit.page(organisation, filter, limitOf(options.limit));
        for (const entry of found) await say(lineOf(entry, language));
        if (found.length === 0) console.log(NONE[language]);
      }),
    );
}

function lineOf({ sequence, at: moment, actor, action, subject, reason, details }: AuditEntry, language: Language) {
  const title = AUDIT_ACTIONS[action as AuditAction]?.[language] ?? action;
  const rest = Object.keys(details).length === 0 ? '' : `  ${JSON.stringify(details)}`;
  return `${sequence}  ${moment}  ${actor}  ${title} (${action}): ${subject.id}${reason === null ? '' : `  "${reason}"`}${rest}`;
}

function actionOf(action: string | undefined): string | undefined {
  if (action === undefined || action in AUDIT_ACTIONS) return action;
  const known = Object.keys(AUDIT_ACTIONS).join(', ');
  throw new UsageFault(`--action ${action}: kies uit ${known}.`, `--action ${action}: choose from ${known}.`);
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit >= 1 && limit <= MOST) return limit;
  throw new UsageFault(
    `--limit ${text}: kies een getal van 1 tot en met ${MOST}.`,
    `--limit ${text}: choose 1 to ${MOST}.`,
  );
}
