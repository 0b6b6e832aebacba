import type { RebuildProgress } from '@rectify/projections';
import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { MailCounts } from './mail/sender.ts';
import { routeOf } from './routes/router.ts';

/** What a Prometheus server may read of this node. */
export interface Metrics {
  /** Measures every request that passes. */
  readonly measure: RequestHandler;
  /** The figures in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** What is measured, besides requests and the process. */
export interface Measured {
  /** How many follow the live stream now. */
  readonly listeners: () => number;
  /** How many events the read side has folded since it started. */
  readonly folded: () => number;
  /** By how many seconds the read side is behind the log. */
  readonly lag: () => Promise<number>;
  /** How far the read side is built anew, or filled, while it is. */
  readonly rebuilding: () => RebuildProgress | undefined;
  /** How e-mails go; undefined where none are sent. */
  readonly mails: () => MailCounts | undefined;
}

/** Starts measuring. */
export function createMetrics({ listeners, folded, lag, rebuilding, mails }: Measured): Metrics {
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
  new Gauge({
    name: 'rectify_read_side_lag_seconds',
    help: 'How long ago the oldest event was recorded that the read side has not folded; 0 when it has folded all',
    registers: [registry],
    async collect() {
      this.set(await lag());
    },
  });
  new Counter({
    name: 'rectify_read_side_folded_events_total',
    help: 'Events that the read side has folded since the server started',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(folded());
    },
  });
  const rebuild = (figure: string, help: string, of: () => number | null | undefined) =>
    new Gauge({
      name: `rectify_read_side_rebuild_${figure}`,
      help,
      registers: [registry],
      collect() {
        this.set(of() ?? 0);
      },
    });
  rebuild(
    'share',
    'How much of a read side that is built anew, or filled, is there, from 0 to 1; 1 while none is',
    () => (rebuilding() ?? { share: 1 }).share,
  );
  rebuild(
    'events_per_second',
    'Events folded a second while the read side is built anew, or filled; else 0',
    () => rebuilding()?.perSecond,
  );
  rebuild(
    'left_seconds',
    'How long that may still take; 0 while none is built, or nothing can be said',
    () => rebuilding()?.secondsLeft,
  );
  const mailed = (name: 'sent' | 'failed' | 'refused', help: string) =>
    new Counter({
      name: `rectify_mails_${name}_total`,
      help,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(mails()?.[name] ?? 0);
      },
    });
  mailed('sent', 'E-mails that the mail server took since the server started');
  mailed('failed', 'Tries to send an e-mail that failed, each of which is followed by another');
  mailed('refused', 'E-mails that the mail server will not take');
  new Gauge({
    name: 'rectify_mails_waiting',
    help: 'E-mails that are gathered or wait to be sent',
    registers: [registry],
    collect() {
      this.set(mails()?.waiting ?? 0);
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
