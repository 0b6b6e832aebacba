import {
  bottleneckAnalysis,
  bottleneckQuery,
  FEWEST_FOR_OWNERS,
  likeCases,
  likeCasesQuery,
  survivalAnalysis,
  survivalQuery,
} from '@rectify/projections';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import { Problem } from '../problems.ts';
import { readQuery } from '../requests/query.ts';
import type { SignedInHandlers } from './handlers.ts';

type Analysis = 'analyseSurvival' | 'analyseBottlenecks' | 'readLikeCases';

/** The routes that analyse closures. */
export function analysisRoutes({ analysis, readSide, clock, viewerOf }: AppNeeds): Pick<SignedInHandlers, Analysis> {
  return {
    analyseSurvival: async ({ request, response, caller }) => {
      const query = readQuery(request, survivalQuery);
      await readSide.meet(request, response);
      const answer = await analysis.survival(query, { viewer: viewerOf(caller), now: clock() });
      writeJson(response, answer, { position: answer.position });
    },
    analyseBottlenecks: async ({ request, response, caller }) => {
      const query = readQuery(request, bottleneckQuery);
      await readSide.meet(request, response);
      const answer = await analysis.bottlenecks(query, { viewer: viewerOf(caller), now: clock() });
      writeJson(response, answer, { position: answer.position });
    },
    readLikeCases: async ({ request, response, caller }) => {
      const query = readQuery(request, likeCasesQuery);
      const viewer = viewerOf(caller);
      const { mine, grounds, asOf, knownAt } = query;
      // With other instants, and by comparing figures, single cases could be told apart.
      if (viewer.kind === 'owner' && [grounds, asOf, knownAt].some((given) => given !== undefined)) {
        throw new Problem('forbidden', { detail: 'Owners see cases like those of their own mines, as they are now.' });
      }
      await readSide.meet(request, response);
      const answer = await analysis.likeCases(query, { viewer, now: clock() });
      if (!answer) throw noLikeCases(mine, viewer.kind === 'owner');
      writeJson(response, answer, { position: answer.position });
    },
  };
}

function noLikeCases(mine: string | undefined, toAnOwner: boolean): Problem {
  if (toAnOwner)
    return new Problem('not-found', {
      detail: `There are no figures of cases like those of this mine for you; owners see them from ${FEWEST_FOR_OWNERS} closures up.`,
    });
  return new Problem('not-found', {
    detail:
      mine === undefined ? 'Nothing was closed on these grounds.' : 'There is no such mine, or no order has closed it.',
  });
}

/** What the documentation says of {@link analysisRoutes}. */
export const analysisOperations: Readonly<Record<Analysis, Operation>> = {
  analyseSurvival: {
    tag: 'Analysis',
    summary: 'How long closures last, as curves',
    description:
      'Kaplan–Meier survival of "still shut" at each time at which a closure ended (300 of them at most, evenly chosen), and the incidence of each outcome; with `groupBy`, of each group too, and the log-rank test.',
    query: survivalQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'The curves', schema: survivalAnalysis } },
    problems: ['other-store', 'not-yet-known'],
  },
  analyseBottlenecks: {
    tag: 'Analysis',
    summary: 'Where closures are held up, and by whom',
    description: 'Time in each state, those that are in it now being censored, and for whom it was waited.',
    query: bottleneckQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'States and parties', schema: bottleneckAnalysis } },
    problems: ['other-store', 'not-yet-known'],
  },
  readLikeCases: {
    tag: 'Analysis',
    summary: 'How closures on the same grounds went',
    description: `By the office of whoever ordered them. Owners see those like the last closure of their own mine, now, from ${FEWEST_FOR_OWNERS} closures up, and groups only if each has as many.`,
    query: likeCasesQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'The figures', schema: likeCases } },
    problems: ['not-found', 'other-store', 'not-yet-known'],
  },
};
