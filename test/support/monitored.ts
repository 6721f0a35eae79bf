import { sampleData } from '@samenwerkt/engine';
import { fire, startPartnership } from './client.js';
import { type RunningHost } from './host.js';

const LIFECYCLE = 'stappenplan-2019';
const TO_MONITORING = [
  'principebesluitNemen',
  'voorbereidingAfronden',
  'opdrachtnemerKiezen',
  'bereidheidVastleggen',
  'actieplanVaststellen',
  'eersteBaanRealiseren',
  'borgingVaststellen',
];

/** A partnership under basis that has been monitored since today: its reminders are all to come, the first in days. */
export async function startMonitored(host: RunningHost, kenmerk: string): Promise<string> {
  const facts = { titel: 'Groenonderhoud Zuid', start: '2024-01-01', einde: '2096-12-31' };
  const partnership = await startPartnership(host, { pack: 'basis', lifecycle: LIFECYCLE, kenmerk, facts });
  const placement = { eerstePlaatsing: new Date().toISOString().slice(0, 'yyyy-mm-dd'.length) };
  for (const event of TO_MONITORING) {
    const data = { ...sampleData(LIFECYCLE, event), ...(event === 'eersteBaanRealiseren' && placement) };
    const { status, body } = await fire(host, partnership, event, data);
    if (status !== 200) throw new Error(JSON.stringify(body));
  }
  return partnership;
}
