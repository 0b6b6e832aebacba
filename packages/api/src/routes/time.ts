import {
  CannotBeCited,
  CourseTooLong,
  changesAnswer,
  changesQuery,
  citation,
  citationQuery,
  courseAnswer,
  courseQuery,
} from '@rectify/projections';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import { Problem } from '../problems.ts';
import { readQuery } from '../requests/query.ts';
import type { SignedInHandlers } from './handlers.ts';

type Time = 'cite' | 'listChanges' | 'readCourse';

/** The routes that answer about a stretch of time. */
export function timeRoutes({ time, citations, readSide, clock, viewerOf }: AppNeeds): Pick<SignedInHandlers, Time> {
  return {
    cite: async ({ request, response, caller }) => {
      const query = readQuery(request, citationQuery);
      await readSide.meet(request, response);
      const cited = await refusing(citations.cite(query, { viewer: viewerOf(caller), now: clock() }));
      if (!cited)
        throw new Problem('not-found', { detail: 'There is nothing to cite there, or it is not yours to see.' });
      writeJson(response, cited, { position: cited.today.position });
    },
    listChanges: async ({ request, response, caller }) => {
      const query = readQuery(request, changesQuery);
      await readSide.meet(request, response);
      const changes = await time.changes(query, { viewer: viewerOf(caller), now: clock() });
      writeJson(response, changes, { position: changes.position });
    },
    readCourse: async ({ request, response, caller }) => {
      const query = readQuery(request, courseQuery);
      await readSide.meet(request, response);
      const course = await refusing(time.course(query, { viewer: viewerOf(caller), now: clock() }));
      writeJson(response, course, { position: course.position });
    },
  };
}

/** What cannot be answered as asked is told as a problem. */
async function refusing<T>(answering: Promise<T>): Promise<T> {
  try {
    return await answering;
  } catch (error) {
    if (error instanceof CourseTooLong || error instanceof CannotBeCited)
      throw new Problem('malformed', { detail: error.message });
    throw error;
  }
}

/** What the documentation says of {@link timeRoutes}. */
export const timeOperations: Readonly<Record<Time, Operation>> = {
  cite: {
    tag: 'Closures',
    summary: 'Cite a figure, or ask whether a cited one stands',
    description:
      'Answers the figure with all that makes it repeatable: as of when, as known when, and how far the log had come, also as a `link`. Asked again by the link, it says what the figure is by all that is known today, whether it stands, and which corrections and late records changed the mines that it counts, or counts now. Of lists `total` is cited, of one mine any single value, of statistics and courses any that is not in a group.',
    query: citationQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'The citation', schema: citation } },
    problems: ['not-found', 'other-store', 'not-yet-known'],
  },
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
      'For each day, Beijing time, how many closures went on at its end, and how many began or ended on it, in each way; with `groupBy`, of each group too, and with `standing=true` where those that are shut stand: closed, inspected or licensed. At most three years at once. Filters and groups take region, and whatever else they ask of a mine, as of the instant of the answer: a mine that has moved counts where it is then, on every day. Owners are answered of their own mines.',
    query: courseQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'The days', schema: courseAnswer } },
    problems: ['other-store', 'not-yet-known'],
  },
};
