import { type Text } from '@samenwerkt/lifecycle';
import { type Policy } from './policy.js';

/**
 * What a state or event is called: in the words of the organisation where its pack has them, else in those of the lifecycle.
 * @param policy left out when the pack cannot be had
 * @param kind as in the pack's `texts.yaml`: `toestand` is a state, `gebeurtenis` an event
 * @param info the state or event as the lifecycle has it
 */
export function titleOf(
  policy: Pick<Policy, 'pack'> | undefined,
  kind: 'toestand' | 'gebeurtenis',
  { id, title }: { readonly id: string; readonly title: Text },
): Text {
  return policy?.pack.texts.get(`${kind}.${id}`) ?? title;
}
