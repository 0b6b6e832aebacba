import {
  closureList,
  closureQuery,
  lateList,
  lateQuery,
  lossList,
  lossQuery,
  statisticsAnswer,
  statisticsQuery,
  stayList,
  stayQuery,
} from '@rectify/projections';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import { readQuery } from '../requests/query.ts';
import type { SignedInHandlers } from './handlers.ts';

type Closures = 'listClosures' | 'listLate' | 'listStays' | 'listLosses' | 'readStatistics';

/** The routes that show closure cycles, one by one and in figures. */
export function closureRoutes({ reads, readSide, clock, viewerOf }: AppNeeds): Pick<SignedInHandlers, Closures> {
  return {
    listClosures: async ({ request, response, caller }) => {
      const query = readQuery(request, closureQuery);
      await readSide.meet(request, response);
      const list = await reads.listClosures(query, { viewer: viewerOf(caller), now: clock() });
      writeJson(response, list, { position: list.position });
    },
    listLate: async ({ request, response, caller }) => {
      const query = readQuery(request, lateQuery);
      await readSide.meet(request, response);
      const list = await reads.listLate(query, { viewer: viewerOf(caller), now: clock() });
      writeJson(response, list, { position: list.position });
    },
    listStays: async ({ request, response, caller }) => {
      const query = readQuery(request, stayQuery);
      await readSide.meet(request, response);
      const list = await reads.listStays(query, { viewer: viewerOf(caller), now: clock() });
      writeJson(response, list, { position: list.position });
    },
    listLosses: async ({ request, response, caller }) => {
      const query = readQuery(request, lossQuery);
      await readSide.meet(request, response);
      const list = await reads.listLosses(query, { viewer: viewerOf(caller), now: clock() });
      writeJson(response, list, { position: list.position });
    },
    readStatistics: async ({ request, response, caller }) => {
      const query = readQuery(request, statisticsQuery);
      await readSide.meet(request, response);
      const statistics = await reads.statistics(query, { viewer: viewerOf(caller), now: clock() });
      writeJson(response, statistics, { position: statistics.position });
    },
  };
}

/** What the documentation says of {@link closureRoutes}. */
export const closureOperations: Readonly<Record<Closures, Operation>> = {
  listClosures: {
    tag: 'Closures',
    summary: 'List closure cycles',
    query: closureQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'A page of closures', schema: closureList } },
    problems: ['other-store', 'not-yet-known'],
  },
  listLate: {
    tag: 'Closures',
    summary: 'List deadlines of offices that passed in closure cycles',
    description:
      'Those that `lateByOffice` of the statistics counts, the latest first: each with whose it was, what for, and the day on which it was due. The filters are those of the closures; `late` names the office.',
    query: lateQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'A page of deadlines', schema: lateList } },
    problems: ['other-store', 'not-yet-known'],
  },
  listStays: {
    tag: 'Closures',
    summary: 'List the times that closure cycles stayed in a state',
    description:
      'Those that `stays` and `staysGoingOn` of the statistics count, in the order of mines, cycles and time: a closure can come into a state more than once. The filters are those of the closures; `stay` names the state, `goesOn` tells those that are over from those that go on. Stays that were over by `from` are left out.',
    query: stayQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'A page of stays', schema: stayList } },
    problems: ['other-store', 'not-yet-known'],
  },
  listLosses: {
    tag: 'Closures',
    summary: 'List what was reported lost in closure cycles',
    description:
      'Those reports that `lostCapacity` of the statistics counts, closure by closure within a unit, or with `each=report` one by one, in the order of mines and cycles. The filters are those of the closures; `counted` tells those that are added up from those that disagree and those about a campaign. Reported, and verified by nobody.',
    query: lossQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'A page of reported losses', schema: lossList } },
    problems: ['other-store', 'not-yet-known'],
  },
  readStatistics: {
    tag: 'Closures',
    summary: 'Figures of closure cycles',
    description:
      'Counts, survival (by when how many are over, who is still shut being censored), competing outcomes, time per state and reported losses of the cycles that fit; with `groupBy`, of each group too, and whether they differ. `method` names what counts as what and the formulas.',
    query: statisticsQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'The figures', schema: statisticsAnswer } },
    problems: ['other-store', 'not-yet-known'],
  },
};
