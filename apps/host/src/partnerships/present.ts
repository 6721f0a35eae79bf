import {
  eventTitle,
  lifecycleOf,
  titleOf,
  type Decision,
  type Option,
  type Partnership,
  type Policy,
} from '@samenwerkt/engine';
import { type HistoryRow, type Receipt } from '@samenwerkt/ledger';
import { type Language } from '../http/language.js';
import { presentReason } from './present-reason.js';

/** States with what they mean, for a reader, under the titles that the pack gives them. */
function presentStates(
  partnership: Pick<Partnership, 'lifecycle' | 'states'>,
  policy: Policy | undefined,
  language: Language,
) {
  const { states } = lifecycleOf(partnership.lifecycle);
  return partnership.states.flatMap((id) => {
    const info = states.get(id);
    return info
      ? [
          {
            id,
            step: info.step,
            phase: info.phase,
            title: titleOf(policy, 'toestand', info)[language],
            result: info.result[language],
            source: info.source,
          },
        ]
      : [];
  });
}

/**
 * A partnership as it stands, or stood.
 * @param policy whose words are used; those of the lifecycle without it
 */
export function presentPartnership(partnership: Partnership, policy: Policy | undefined, language: Language) {
  const {
    id,
    version,
    startedAt,
    done,
    contract,
    opdrachtnemer,
    coordinator,
    backup,
    dossier,
    since,
    pack,
    lifecycle,
  } = partnership;
  return {
    id,
    title: contract.titel,
    version,
    startedAt,
    done,
    states: presentStates(partnership, policy, language).map((state) => ({ ...state, since: since[state.id] })),
    lifecycle,
    pack,
    contract,
    opdrachtnemer: opdrachtnemer ?? null,
    coordinator: coordinator ?? null,
    backup: backup ?? null,
    dossier,
  };
}

export function presentOption(option: Option, language: Language) {
  return {
    ...option,
    title: option.title[language],
    reasons: option.reasons.map((reason) => ({
      ...presentReason(reason, language),
      canBeGivenWithEvent: reason.canBeGivenWithEvent,
    })),
  };
}

export function presentReceipt(receipt: Receipt, language: Language) {
  return { ...receipt, warnings: receipt.warnings.map((warning) => presentReason(warning, language)) };
}

/** What a dry run would have done. */
export function presentRehearsal(decision: Extract<Decision, { outcome: 'accepted' }>, language: Language) {
  const { next, event, warnings, timers } = decision;
  return {
    dryRun: true,
    partnership: next.id,
    version: next.version,
    event: event.event,
    states: next.states,
    done: next.done,
    warnings: warnings.map((warning) => presentReason(warning, language)),
    timers,
  };
}

/**
 * One event of a history; `title` says in words what `event` names.
 * @param names of people by id; whoever is not among them keeps the id alone
 */
export function presentEvent(row: HistoryRow, names: ReadonlyMap<string, string>, language: Language) {
  return {
    sequence: row.sequence,
    event: row.event,
    title: eventTitle(row.lifecycleId, row.event)[language],
    data: JSON.parse(row.data) as unknown,
    actor: {
      id: row.actorId,
      name: names.get(row.actorId) ?? null,
      roles: row.actorRoles === '' ? [] : row.actorRoles.split(' '),
    },
    at: row.at,
    pack: { name: row.packName, version: row.packVersion, digest: row.packDigest },
    lifecycle: { id: row.lifecycleId, version: row.lifecycleVersion, hash: row.lifecycleHash },
    semantics: row.semantics,
    hash: row.hash,
  };
}
