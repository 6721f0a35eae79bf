import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { type LayOut } from './layout.js';

let elk: InstanceType<typeof ELK> | undefined;

/** The layout runs in a worker: it is large, and the screen stays free meanwhile. */
export const layOut: LayOut = (graph) => {
  elk ??= new ELK({ workerFactory: () => new Worker(workerUrl) });
  return elk.layout(graph);
};
