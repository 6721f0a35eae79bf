import { type ChartNode, type ChartTransition } from '../model.js';

/** Id of the memory that brings a suspended partnership back to exactly where it was. */
const WHERE_IT_WAS = 'waarHetWas';

/** Transition that leaves the position as it is. */
export const STAY: ChartTransition = {};

/**
 * A chart whose running part can be suspended and resumed, ended early and handed over at any point.
 * @param initial key of the first of `running`
 * @param endings ids of the ends beside `beeindigd`
 */
export function suspendable(
  initial: string,
  running: Readonly<Record<string, ChartNode>>,
  endings: readonly string[],
): ChartNode {
  const always = { beeindigen: { target: 'beeindigd' }, coordinatorOverdragen: STAY };
  return {
    initial: 'loopt',
    states: {
      loopt: {
        initial,
        states: { ...running, [WHERE_IT_WAS]: { id: WHERE_IT_WAS, type: 'history' } },
        on: { opschorten: { target: 'opgeschort' }, dossierAanvullen: STAY, ...always },
      },
      opgeschort: { id: 'opgeschort', on: { hervatten: { target: WHERE_IT_WAS }, ...always } },
      ...Object.fromEntries([...endings, 'beeindigd'].map((id) => [id, { id, type: 'final' } satisfies ChartNode])),
    },
  };
}
