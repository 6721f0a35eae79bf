import { parameterName, source } from '../pack-files.js';
import { bilingual, list, oneOf, record, text, wrong, yesNo, type Read } from '../shape.js';
import { type Block, type Bonus, type ValuationFile } from './model.js';

const name = text(60, {
  pattern: /^[a-z][A-Za-z0-9]*$/,
  nl: 'een naam zoals banenafspraak',
  en: 'a name such as banenafspraak',
});

const block: Read<Block> = record<Block>(
  { id: name, title: bilingual, kind: oneOf('plaatsing', 'maandbedrag', 'urenPerPersoon', 'factuur', 'adviseur') },
  {
    targetGroup: bilingual,
    amount: parameterName,
    inForceWith: parameterName,
    maxMonths: parameterName,
    minHours: parameterName,
    prorated: yesNo,
    assumption: text(),
  },
);

const yesNoOrParameter: Read<boolean | string> = (tree, report) => {
  if (tree.kind !== 'scalar' || typeof tree.value === 'number' || tree.value === null)
    return wrong(tree, report, 'true, false of een parameter', 'true, false or a parameter');
  return typeof tree.value === 'boolean' ? tree.value : parameterName(tree, report);
};

const bonus: Read<Bonus> = record<Bonus>(
  { id: name, title: bilingual, amount: parameterName, when: text(10_000), prorated: yesNoOrParameter },
  { blocks: list(name, { least: 1, most: 200 }), group: name, assumption: text() },
);

/** `valuation.yaml`, as written. */
export const valuationFile: Read<ValuationFile> = record<ValuationFile>(
  {
    baseHours: parameterName,
    proration: record<ValuationFile['proration']>({ hours: yesNo, months: yesNo }, { source, assumption: text() }),
    cumulation: oneOf('sum', 'highest'),
    blocks: list(block, { least: 1, most: 200 }),
  },
  { countableBeforeStart: parameterName, bonuses: list(bonus, { most: 100 }) },
);
