import { type ReminderLine } from '../../api/queries.js';
import { Badge, type Tone } from '../../components/badge.js';

type StateId = ReminderLine['state']['id'];

/** In the order in which a reminder goes through them. */
export const STATES = [
  ...['planned', 'queued', 'sending', 'sent', 'failed', 'dead', 'skipped', 'cancelled', 'superseded'],
] as readonly StateId[];

const TONES: Partial<Readonly<Record<StateId, Tone>>> = {
  sent: 'done',
  failed: 'blocked',
  dead: 'late',
  sending: 'action',
};

export function StateBadge({ state }: { readonly state: ReminderLine['state'] }) {
  return <Badge tone={TONES[state.id] ?? 'plain'}>{state.title}</Badge>;
}
