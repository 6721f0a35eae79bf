import { parameterName, source } from '../pack-files.js';
import { bilingual, list, oneOf, record, text, type Read } from '../shape.js';
import { type Obligation, type Threshold } from './model.js';

const basis = oneOf('loonsom', 'opdrachtsom', 'opdrachtsomExclBtw');

const threshold: Read<Threshold> = record<Threshold>(
  { parameter: parameterName },
  { kinds: list(oneOf('werk', 'dienst', 'levering'), { least: 1, most: 3 }), of: basis },
);

/** `obligation.yaml`, as written. */
export const obligationFile: Read<readonly Obligation[]> = list(
  record<Obligation>(
    {
      id: text(60, { pattern: /^[a-z][A-Za-z0-9]*$/, nl: 'een naam zoals modelA', en: 'a name such as modelA' }),
      title: bilingual,
      basis,
    },
    {
      percentage: parameterName,
      agreedPercentage: text(200),
      thresholds: list(threshold, { least: 1, most: 20 }),
      minimum: parameterName,
      cap: parameterName,
      appliesWhen: text(10_000),
      shortfall: record<NonNullable<Obligation['shortfall']>>(
        {},
        { factor: parameterName, recovery: parameterName, fault: parameterName },
      ),
      source,
      assumption: text(),
    },
  ),
  { most: 50 },
);
