import { type EventInfo, type JsonSchema, type Text } from '@samenwerkt/lifecycle';
import { apply, lifecycleOf, MIGRATION_EVENT, positionOf } from '../apply.js';
import { checkData } from '../data-check.js';
import { MIGRATION_TITLE } from '../event-title.js';
import {
  type Actor,
  type Decision,
  type PackRef,
  type Partnership,
  type Reason,
  type RecordedEvent,
  type Refusal,
} from '../model.js';
import { messages } from '../outbox.js';
import { type Policy } from '../policy.js';
import { NOTHING, notAllowed, wrongData } from '../refusals.js';
import { roleReasons } from '../roles.js';
import { ENGINE_SEMANTICS } from '../semantics.js';
import { plannedTimers } from '../planning/planned-timers.js';
import { timerChanges } from '../planning/timer-changes.js';
import { type MigrationCommand } from './model.js';

/**
 * Who may move a partnership: those who steer it and the board, as for other decisions about the whole, and the
 * contractmanager, who answers for what the contract asks of the supplier. The source names the roles; that these four
 * may move it is an assumption, for the handreiking knows no rule packs.
 */
const INFO: Pick<EventInfo, 'title' | 'roles' | 'source'> = {
  title: MIGRATION_TITLE,
  roles: ['coordinator', 'projectcoordinator', 'bestuurder', 'contractmanager'],
  source: {
    document: '001_6c3f9123756a8f34.txt',
    title: 'Handreiking Partnerships voor meer banen (2020)',
    page: 'p. 36-38',
  },
};

const COMMAND_SCHEMA: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['reden'],
  properties: { reden: { type: 'string', minLength: 1, maxLength: 1000, title: 'Reden', 'x-title-en': 'Reason' } },
};

/**
 * Decides on a move of a partnership from the pack it is pinned to, to another version or another pack. Accepted, it is
 * one event more; nothing else of the partnership changes, and nothing that is recorded. Pure, as `decide` is.
 * @param from the policy the partnership is pinned to
 * @param now instant (ISO, UTC)
 * @throws LifecycleMismatch, PositionUnreadable when the snapshot cannot be trusted
 */
export function migrate(
  partnership: Partnership,
  from: Policy,
  to: Policy,
  { reden }: MigrationCommand,
  actor: Actor,
  now: string,
): Decision {
  const refusal = refused(partnership, to, { reden }, actor);
  if (refusal) return refusal;
  const event: RecordedEvent = {
    sequence: partnership.version + 1,
    event: MIGRATION_EVENT,
    data: { van: partnership.pack, naar: to.ref, reden },
    actor,
    at: now,
    pack: to.ref,
    lifecycle: partnership.lifecycle,
    semantics: ENGINE_SEMANTICS,
  };
  const next = apply(partnership, event);
  const timers = timerChanges(plannedTimers(partnership, from), plannedTimers(next, to));
  const warnings = warningsOf(partnership.pack, to.ref);
  return { outcome: 'accepted', event, next, warnings, timers, outbox: messages(MIGRATION_EVENT, next) };
}

function refused(partnership: Partnership, to: Policy, command: MigrationCommand, actor: Actor): Refusal | undefined {
  const lifecycle = lifecycleOf(partnership.lifecycle);
  lifecycle.restore(positionOf(partnership).persisted);
  const { lifecycles } = to.pack.manifest;
  const named = label(to.ref);
  if (partnership.done)
    return refusal('partnershipDone', {
      nl: `Dit partnerschap is afgelopen; het blijft bij ${label(partnership.pack)}. Laat het buiten de selectie.`,
      en: `This partnership is over; it stays with ${label(partnership.pack)}. Leave it out of the selection.`,
    });
  if (partnership.pack.digest === to.ref.digest)
    return refusal('alreadyOnPack', {
      nl: `Dit partnerschap loopt al op ${named}. Er is niets te doen.`,
      en: `This partnership is on ${named} already. There is nothing to do.`,
    });
  if (!lifecycles.includes(lifecycle.id))
    return refusal('packNotForLifecycle', {
      nl: `${named} is gemaakt voor ${lifecycles.join(', ')}, en dit partnerschap loopt op ${lifecycle.id}. Kies een ander regelpakket.`,
      en: `${named} was made for ${lifecycles.join(', ')}, and this partnership runs on ${lifecycle.id}. Choose another rule pack.`,
    });
  return migrationRefusal(command, actor);
}

/** Why somebody may not move any partnership with this command; undefined when nothing stands in the way of asking. */
export function migrationRefusal(command: MigrationCommand, actor: Actor): Refusal | undefined {
  const roles = roleReasons(INFO, actor);
  const problems = checkData(COMMAND_SCHEMA, command);
  if (problems.length > 0) return wrongData(problems, roles);
  return roles.length > 0 ? notAllowed(INFO, roles) : undefined;
}

function refusal(cause: Refusal['cause'], message: Text): Refusal {
  return { ...NOTHING, cause, message };
}

function label({ name, version }: PackRef): string {
  return `${name} ${version}`;
}

/** A move that is allowed and that nobody makes by accident. */
function warningsOf(from: PackRef, to: PackRef): Reason[] {
  if (from.name !== to.name)
    return [
      warning('andereNaam', from, to, {
        title: { nl: 'Ander regelpakket', en: 'Another rule pack' },
        message: {
          nl: `Het partnerschap gaat van ${label(from)} naar een ander regelpakket: ${label(to)}.`,
          en: `The partnership goes from ${label(from)} to another rule pack: ${label(to)}.`,
        },
        remedy: {
          nl: 'Ga na of de organisatie voortaan dit beleid volgt.',
          en: 'Check that the organisation follows this policy from now on.',
        },
      }),
    ];
  if (from.version.localeCompare(to.version, 'en', { numeric: true }) < 0) return [];
  return [
    warning('oudereVersie', from, to, {
      title: { nl: 'Oudere versie', en: 'Older version' },
      message: {
        nl: `Versie ${to.version} is ouder dan ${from.version}, waarop het partnerschap nu loopt.`,
        en: `Version ${to.version} is older than ${from.version}, which the partnership is on now.`,
      },
      remedy: { nl: 'Ga na of dat de bedoeling is.', en: 'Check that this is what you want.' },
    }),
  ];
}

function warning(id: string, from: PackRef, to: PackRef, texts: Pick<Reason, 'title' | 'message' | 'remedy'>): Reason {
  return {
    kind: 'pack',
    id,
    severity: 'warn',
    outcome: 'notFulfilled',
    ...texts,
    pack: { name: to.name, version: to.version },
    parameters: [],
    now: { path: 'partnerschap.regelpakket', value: label(from) },
    facts: [],
    missing: [],
    source: { title: label(to) },
  };
}
