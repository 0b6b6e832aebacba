import { region } from '@rectify/engine';
import { FEWEST_FOR_OWNERS, statisticsAnswer, statisticsQuery } from '@rectify/projections';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import { Problem } from '../problems.ts';
import type { SignedInHandlers } from './handlers.ts';

/**
 * The route that shows the figures of a whole region. Owners, who else are told of their own mines alone, see them from {@link FEWEST_FOR_OWNERS}
 * closures up; there are no filters, with which single cases could be told apart.
 */
export function regionRoutes({ reads, readSide, clock, viewerOf }: AppNeeds): Pick<SignedInHandlers, 'readRegion'> {
  return {
    readRegion: async ({ request, response, caller }) => {
      const asked = region.safeParse(request.params.region);
      if (!asked.success) throw noFigures();
      await readSide.meet(request, response);
      const query = statisticsQuery.parse({ region: asked.data });
      // What was reported lost tells of single mines.
      const { lostCapacity: _, ...statistics } = await reads.statistics(query, {
        viewer: { kind: 'official' },
        now: clock(),
      });
      if (viewerOf(caller).kind === 'owner' && statistics.total < FEWEST_FOR_OWNERS) throw noFigures();
      writeJson(response, statistics, { position: statistics.position });
    },
  };
}

function noFigures(): Problem {
  return new Problem('not-found', {
    detail: `There are no figures of that region for you; owners see them from ${FEWEST_FOR_OWNERS} closures up.`,
  });
}

/** What the documentation says of {@link regionRoutes}. */
export const regionOperations: Readonly<Record<'readRegion', Operation>> = {
  readRegion: {
    tag: 'Closures',
    summary: 'Figures of a region',
    description: `Of all closure cycles in a region, now. Owners see them from ${FEWEST_FOR_OWNERS} closures up, without the cases behind them.`,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'The figures', schema: statisticsAnswer } },
    problems: ['not-found', 'other-store', 'not-yet-known'],
  },
};
