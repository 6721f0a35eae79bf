import { type Pack } from '../model.js';
import { type AskedEvidence } from './model.js';

/**
 * What proves a contribution or a step on a date, in the order of the pack.
 * @param asked a block of the pack, an event of its lifecycles, or both: then what is asked for either
 * @param isoDate date on which it is asked
 */
export function evidenceFor(
  { evidence }: Pick<Pack, 'evidence'>,
  asked: { readonly block?: string; readonly event?: string },
  isoDate: string,
): readonly AskedEvidence[] {
  const { block, event } = asked;
  return evidence.flatMap(({ id, title, note, for: { blocks, events }, periods }) => {
    const wanted = (block !== undefined && blocks?.includes(block)) || (event !== undefined && events?.includes(event));
    const period = periods.find(({ from, until }) => from <= isoDate && (until === undefined || isoDate < until));
    if (!wanted || !period) return [];
    return [{ id, title, ...period, ...(note ? { note } : {}) }];
  });
}
