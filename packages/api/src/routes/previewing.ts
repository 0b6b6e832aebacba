import { describePreview, previewAnswer } from '@rectify/projections';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import { personOf } from '../auth/claims.ts';
import type { Operation } from '../openapi/operation.ts';
import { problemOf } from '../rejections.ts';
import { checked } from '../requests/checked.ts';
import { parseJson, textOf } from '../requests/json.ts';
import { mineIdIn } from '../requests/mine-id.ts';
import { sentEvent } from '../requests/sent.ts';
import type { SignedInHandlers } from './handlers.ts';

/** The route that shows what an event would change, without sending it. */
export function previewRoutes({ engine, viewerOf }: AppNeeds): Pick<SignedInHandlers, 'previewEvent'> {
  return {
    previewEvent: async ({ request, response, caller }) => {
      const mineId = mineIdIn(request);
      const event = checked(sentEvent, parseJson(textOf(request)));
      const outcome = await engine.previewEvent({ mineId, person: personOf(caller), ...event });
      if (outcome.kind === 'rejected') throw problemOf(outcome.rejection);
      writeJson(response, describePreview(outcome.preview, viewerOf(caller)));
    },
  };
}

/** What the documentation says of {@link previewRoutes}. */
export const previewOperations: Readonly<Record<'previewEvent', Operation>> = {
  previewEvent: {
    tag: 'Mines',
    summary: 'Preview an event',
    description:
      'What an event would change if it were sent now and, under four eyes, granted at once: a correction, something dated back, or any other. Nothing is stored. What speaks against it is part of the answer; what would be refused whatever the mine is like is refused here too.',
    body: sentEvent,
    answers: { 200: { description: 'Before and after', schema: previewAnswer } },
    problems: ['not-found', 'invalid', 'unknown-event-type'],
  },
};
