import { type Text } from '@samenwerkt/lifecycle';
import { type Block, inWords, type Pack, valuate } from '@samenwerkt/rule-pack';
import { type AppliedLimits, type Possibility } from './model.js';
import { type Forms } from './places.js';

const ASK_ADVISER: Text = {
  nl: 'de adviseur beslist; er is geen vast bedrag. Overleg vooraf.',
  en: 'the adviser decides; there is no fixed amount. Consult beforehand.',
};
const GIVE_BUDGET: Text = {
  nl: 'de kosten zonder btw tellen; noem een budget om het mee te tellen.',
  en: 'the costs excl. btw count; name a budget to have it counted.',
};
const GIVE_HOURS: Text = {
  nl: 'uren van eigen medewerkers tellen; noem een aantal uren om het mee te tellen.',
  en: 'hours of own staff count; name a number of hours to have it counted.',
};

/** Blocks of the pack that may help beside what was counted. They never add to an amount. */
export function possibilitiesOf(
  pack: Pack,
  limits: AppliedLimits,
  { missing }: Forms,
  date: string,
): readonly Possibility[] {
  const blocks = pack.valuation?.blocks.filter(({ id }) => limits.blocks.includes(id)) ?? [];
  return blocks.flatMap((block): Possibility[] => {
    const { id, title } = block;
    const lacking = [...(missing.get(id) ?? [])];
    if (lacking.length > 0)
      return [{ block: id, title, why: 'unknown', missing: lacking, text: toFillIn(pack, lacking) }];
    const { outcome } = valuate(pack, { block: id, ...sampleOf(block) }, { date });
    if (outcome.kind === 'adviser') return [{ block: id, title, why: 'adviser', missing: [], text: ASK_ADVISER }];
    if (outcome.kind !== 'amount') return [];
    const leftOut = leftOutText(block, limits);
    return leftOut ? [{ block: id, title, why: 'leftOut', missing: [], text: leftOut }] : [];
  });
}

/** A little of what the block is about, to see whether it is there at all. */
function sampleOf({ kind }: Block): object {
  if (kind === 'factuur') return { bedrag: '1.00' };
  return kind === 'urenPerPersoon' ? { personen: '1', uren: '1' } : {};
}

function leftOutText({ kind }: Block, { purchases, supportHours }: AppliedLimits): Text | undefined {
  if (kind === 'factuur' && purchases === '0.00') return GIVE_BUDGET;
  return kind === 'urenPerPersoon' && supportHours === 0 ? GIVE_HOURS : undefined;
}

function toFillIn({ parameters }: Pack, missing: readonly string[]): Text {
  const named = inWords(missing, parameters);
  return {
    nl: `sommige vormen hebben geen bedrag zolang de organisatie niet zegt: ${named.nl}.`,
    en: `some forms have no amount as long as the organisation does not say: ${named.en}.`,
  };
}
