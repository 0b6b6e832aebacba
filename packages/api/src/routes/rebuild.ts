import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import type { SignedInHandlers } from './handlers.ts';

/** How the last rebuild of a node's read side went, or goes. */
export const rebuildAnswer = z
  .object({
    state: z.enum(['none', 'running', 'done', 'failed']).meta({ description: '`none`: not since this node started' }),
    events: z.int().nonnegative().meta({ description: 'Events folded so far' }),
    share: z.number().min(0).max(1).meta({ description: 'How much of what the one in use holds is there again' }),
    detail: z.string().nullable().meta({ description: 'Why it failed' }),
  })
  .meta({ id: 'Rebuild' });

/** How the last rebuild went, or goes. */
export type RebuildAnswer = z.infer<typeof rebuildAnswer>;

type Routes = 'rebuild' | 'readRebuild';

/** The routes that build the read side of this node anew. */
export function rebuildRoutes({ projector, log }: AppNeeds): Pick<SignedInHandlers, Routes> {
  let last: RebuildAnswer = { state: 'none', events: 0, share: 0, detail: null };

  async function begin(): Promise<void> {
    last = { state: 'running', events: 0, share: 0, detail: null };
    try {
      await projector.rebuild((progress) => {
        last = { ...last, ...progress };
      });
      last = { ...last, state: 'done', share: 1 };
    } catch (error) {
      log.error({ err: error }, 'The read side could not be built anew.');
      last = { ...last, state: 'failed', detail: error instanceof Error ? error.message : String(error) };
    }
  }

  return {
    rebuild: ({ response }) => {
      if (last.state !== 'running') void begin();
      writeJson(response, last, { status: 202 });
    },
    readRebuild: ({ response }) => writeJson(response, last, { position: projector.state().position }),
  };
}

/** What the documentation says of {@link rebuildRoutes}. */
export const rebuildOperations: Readonly<Record<Routes, Operation>> = {
  rebuild: {
    tag: 'Running it',
    summary: 'Build the read side anew',
    description:
      'From the log, beside the one in use: reading and writing go on meanwhile. Answers at once; while one is under way it goes on, and no second one begins.',
    answers: { 202: { description: 'It is under way', schema: rebuildAnswer } },
  },
  readRebuild: {
    tag: 'Running it',
    summary: 'How far the read side is built anew, or how the last time ended',
    answers: { 200: { description: 'How it goes, or went', schema: rebuildAnswer } },
  },
};
