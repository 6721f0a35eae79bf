import { type Ledger } from '@samenwerkt/ledger';
import { type Dispatcher } from '@samenwerkt/reminders';
import { type FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { OperatorsOnly } from './errors.js';
import { isFromThisMachine } from './from-this-machine.js';
import { type MetricsAudience } from './metrics-audience.js';
import { EVENT_STREAM } from '../http/event-stream.js';
import { readNow } from './readings.js';

/** Upper ends in seconds: a read takes some milliseconds, a commit to a slow disk some tens, and seconds are trouble. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * Serves Prometheus text at `/metrics`. A request counts under the route as it is registered, so that no id, name or
 * search ends up in a label.
 * @param audience `open`: whoever reaches the address
 */
export function serveMetrics(
  fastify: FastifyInstance,
  { ledger, dispatcher }: { readonly ledger: Ledger; readonly dispatcher: Dispatcher },
  audience: MetricsAudience,
): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'samenwerkt_http_request_duration_seconds',
    help: 'How long requests took, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    // What no route takes is one route: anybody can make up addresses.
    const route = routeOptions.url ?? 'none';
    // How long somebody listened says nothing of how long anybody waited.
    if (reply.getHeader('content-type') !== EVENT_STREAM)
      durations.observe({ method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
  fastify.get('/metrics', async (request, reply) => {
    if (audience === 'local' && !isFromThisMachine(request)) throw new OperatorsOnly();
    void reply.header('content-type', registry.contentType);
    return (await registry.metrics()) + (await readNow(ledger, dispatcher));
  });
}
