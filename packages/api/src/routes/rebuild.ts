import { rebuildProgress } from '@rectify/projections';
import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import type { SignedInHandlers } from './handlers.ts';

/** How the last rebuild of a node's read side went, or goes. */
export const rebuildAnswer = z
  .object({
    state: z.enum(['none', 'running', 'done', 'failed']).meta({ description: '`none`: not since this node started' }),
    ...rebuildProgress.shape,
    detail: z.string().nullable().meta({ description: 'Why it failed' }),
  })
  .meta({ id: 'Rebuild' });

type Routes = 'rebuild' | 'readRebuild';

/** The routes that build the read side of this node anew. */
export function rebuildRoutes({ projector, rebuilds }: AppNeeds): Pick<SignedInHandlers, Routes> {
  return {
    rebuild: ({ response }) => {
      rebuilds.begin();
      writeJson(response, rebuilds.last(), { status: 202 });
    },
    readRebuild: ({ response }) => writeJson(response, rebuilds.last(), { position: projector.state().position }),
  };
}

/** What the documentation says of {@link rebuildRoutes}. */
export const rebuildOperations: Readonly<Record<Routes, Operation>> = {
  rebuild: {
    tag: 'Running it',
    summary: 'Build the read side anew',
    description:
      'From the log, beside the one in use: reading and writing go on meanwhile. Answers at once; while one is under way it goes on, and no second one begins. One that the end of a server cut off is gone on with, also by itself when the server starts.',
    answers: { 202: { description: 'It is under way', schema: rebuildAnswer } },
  },
  readRebuild: {
    tag: 'Running it',
    summary: 'How far the read side is built anew, or how the last time ended',
    answers: { 200: { description: 'How it goes, or went', schema: rebuildAnswer } },
  },
};
