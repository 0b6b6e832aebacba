import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { routeOf } from './routes/router.ts';

/** What a Prometheus server may read of this node. */
export interface Metrics {
  /** Measures every request that passes. */
  readonly measure: RequestHandler;
  /** The figures in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Starts measuring; `listeners` tells how many follow the live stream now. */
export function createMetrics({ listeners }: { readonly listeners: () => number }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'rectify_http_request_duration_seconds',
    help: 'How long answers took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'rectify_live_listeners',
    help: 'Connections that follow the live stream',
    registers: [registry],
    collect() {
      this.set(listeners());
    },
  });
  return {
    measure: (request, response, next) => {
      const stop = requests.startTimer();
      response.on('finish', () => {
        stop({ method: request.method, route: routeOf(request) ?? 'none', status: response.statusCode });
      });
      next();
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
