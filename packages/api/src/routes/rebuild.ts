import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import type { SignedInHandlers } from './handlers.ts';

/** How a rebuild ended. */
export const rebuiltAnswer = z
  .object({ events: z.int().nonnegative().meta({ description: 'How many events were folded' }) })
  .meta({ id: 'Rebuilt' });

/** The route that builds the read side of this node anew. */
export function rebuildRoutes({ projector }: AppNeeds): Pick<SignedInHandlers, 'rebuild'> {
  return {
    rebuild: async ({ response }) => {
      let events = 0;
      await projector.rebuild((progress) => {
        events = progress.events;
      });
      writeJson(response, { events }, { position: projector.state().position });
    },
  };
}

/** What the documentation says of {@link rebuildRoutes}. */
export const rebuildOperations: Readonly<Record<'rebuild', Operation>> = {
  rebuild: {
    tag: 'Running it',
    summary: 'Build the read side anew',
    description: 'From the log, beside the one in use: reading and writing go on meanwhile. Answers when it is done.',
    answers: { 200: { description: 'It was built anew', schema: rebuiltAnswer } },
  },
};
