import { source } from '../pack-files.js';
import { bilingual, date, list, record, text, type Read } from '../shape.js';
import { type Evidence, type EvidencePeriod } from './model.js';

const name = {
  pattern: /^[a-z][A-Za-z0-9]*$/,
  nl: 'een naam zoals jaaropgave',
  en: 'a name such as jaaropgave',
};
const period: Read<EvidencePeriod> = record<EvidencePeriod>(
  { from: date, source },
  { until: date, assumption: text() },
);

/** `evidence.yaml`, as written. */
export const evidenceFile: Read<readonly Evidence[]> = list(
  record<Evidence>(
    {
      id: text(60, name),
      title: bilingual,
      for: record<Evidence['for']>(
        {},
        { blocks: list(text(60), { least: 1, most: 200 }), events: list(text(60), { least: 1, most: 50 }) },
      ),
      periods: list(period, { least: 1, most: 50 }),
    },
    { note: bilingual },
  ),
  { most: 200 },
);
