import { rebuildProgress } from '@rectify/projections';
import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { Health } from '../health.ts';
import type { Metrics } from '../metrics.ts';
import type { Operation } from '../openapi/operation.ts';
import type { OpenHandlers } from './handlers.ts';

type Probes = 'isLive' | 'isReady' | 'readMetrics';

const liveAnswer = z.object({
  status: z.literal('live'),
  instance: z.uuid().meta({ description: 'Names this run of the server' }),
});

const count = z.int().nonnegative();

const readyAnswer = z.object({
  status: z.enum(['ready', 'not-ready']),
  reasons: z.array(z.string()).meta({ description: 'Why it is not ready' }),
  position: z.string().nullable().meta({ description: 'How far the read side has come' }),
  behindSince: z.iso.datetime({ offset: true }).nullable().meta({
    description: 'When the oldest event was recorded that lists do not tell of; null when they tell of all',
  }),
  rebuilding: rebuildProgress.nullable().meta({ description: 'How far the read side is built anew, while it is' }),
  mails: z.object({ sent: count, failed: count, refused: count, waiting: count }).nullable().meta({
    description:
      'How many e-mails were sent, tried in vain (each is tried again) and refused for good since the server started, and how many wait; null where none are sent',
  }),
});

/** The routes for whoever runs the server. They show nothing of any case. */
export function healthRoutes(instance: string, health: Health, metrics: Metrics): Pick<OpenHandlers, Probes> {
  return {
    isLive: ({ response }) => writeJson(response, { status: 'live', instance }),
    isReady: async ({ response }) => {
      const { reasons, ...more } = await health.look();
      const ready = reasons.length === 0;
      if (!ready) response.set('Retry-After', '5');
      const body = { status: ready ? 'ready' : 'not-ready', reasons, ...more };
      writeJson(response, body, { status: ready ? 200 : 503 });
    },
    readMetrics: async ({ response }) => {
      response.set({ 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' }).send(await metrics.text());
    },
  };
}

/** What the documentation says of {@link healthRoutes}. */
export const healthOperations: Readonly<Record<Probes, Operation>> = {
  isLive: {
    tag: 'Running it',
    summary: 'Whether the process answers',
    answers: { 200: { description: 'It does', schema: liveAnswer } },
  },
  isReady: {
    tag: 'Running it',
    summary: 'Whether this node can store events and read them',
    answers: {
      200: { description: 'It can', schema: readyAnswer },
      503: { description: 'It cannot', schema: readyAnswer },
    },
  },
  readMetrics: {
    tag: 'Running it',
    summary: 'Figures for Prometheus',
    answers: { 200: { description: 'In the text format', mediaType: 'text/plain' } },
  },
};
