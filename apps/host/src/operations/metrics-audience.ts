import { SettingInvalid } from '../setting-invalid.js';

/** Who may read the metrics: whoever asks from this machine, or whoever reaches the address. */
export type MetricsAudience = 'local' | 'open';

/** Reads `METRICS`; empty counts as left out. @throws SettingInvalid */
export function readMetricsAudience({ METRICS }: Readonly<Record<string, string | undefined>>): MetricsAudience {
  const audience = METRICS || 'local';
  if (audience === 'local' || audience === 'open') return audience;
  throw new SettingInvalid('METRICS', audience, 'kies local of open', 'choose local or open');
}
