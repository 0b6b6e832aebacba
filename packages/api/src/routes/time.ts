import { CourseTooLong, changesAnswer, changesQuery, courseAnswer, courseQuery } from '@rectify/projections';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import { Problem } from '../problems.ts';
import { readQuery } from '../requests/query.ts';
import type { SignedInHandlers } from './handlers.ts';

type Time = 'listChanges' | 'readCourse';

/** The routes that answer about a stretch of time. */
export function timeRoutes({ time, readSide, clock, viewerOf }: AppNeeds): Pick<SignedInHandlers, Time> {
  return {
    listChanges: async ({ request, response, caller }) => {
      const query = readQuery(request, changesQuery);
      await readSide.meet(request, response);
      const changes = await time.changes(query, { viewer: viewerOf(caller), now: clock() });
      writeJson(response, changes, { position: changes.position });
    },
    readCourse: async ({ request, response, caller }) => {
      const query = readQuery(request, courseQuery);
      await readSide.meet(request, response);
      try {
        const course = await time.course(query, { viewer: viewerOf(caller), now: clock() });
        writeJson(response, course, { position: course.position });
      } catch (error) {
        throw error instanceof CourseTooLong ? new Problem('malformed', { detail: error.message }) : error;
      }
    },
  };
}

/** What the documentation says of {@link timeRoutes}. */
export const timeOperations: Readonly<Record<Time, Operation>> = {
  listChanges: {
    tag: 'Mines',
    summary: 'Which mines changed how between two instants',
    description:
      'On the world’s axis: what happened after `from` until `to`, by what was known at `knownAt`. On the axis of knowledge: what became known after `from` until `to` about the world until `asOf`, with every correction and what it changed, and what was put on record late. Each mine is shown before and after; the counts are of all of them, not of the page.',
    query: changesQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'A page of mines that changed', schema: changesAnswer } },
    problems: ['other-store', 'not-yet-known'],
  },
  readCourse: {
    tag: 'Closures',
    summary: 'How many were shut, day by day',
    description:
      'For each day, Beijing time, how many closures went on at its end, and how many began or ended on it, in each way; with `groupBy`, of each group too. At most three years at once. Filters and groups take region, and whatever else they ask of a mine, as of the instant of the answer: a mine that has moved counts where it is then, on every day. Owners are answered of their own mines.',
    query: courseQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'The days', schema: courseAnswer } },
    problems: ['other-store', 'not-yet-known'],
  },
};
