import { mineCounts, mineCountsQuery, mineDetail, mineList, mineQuery } from '@rectify/projections';
import { laterPosition } from '../answers/later-position.ts';
import { answerMineNow } from '../answers/mine-now.ts';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import { mineIdIn, noSuchMine } from '../requests/mine-id.ts';
import { readQuery } from '../requests/query.ts';
import type { SignedInHandlers } from './handlers.ts';

type Reading = 'listMines' | 'countMines' | 'readMine';

const instantsQuery = mineQuery.pick({ asOf: true, knownAt: true });

/** The routes that show mines. One mine as it is now is read from its stream, never older than what was acknowledged. */
export function mineRoutes(needs: AppNeeds): Pick<SignedInHandlers, Reading> {
  const { reads, readSide, projector, store, clock, viewerOf } = needs;
  return {
    listMines: async ({ request, response, caller }) => {
      const query = readQuery(request, mineQuery);
      await readSide.meet(request, response);
      const list = await reads.listMines(query, { viewer: viewerOf(caller), now: clock() });
      writeJson(response, list, { position: list.position });
    },
    countMines: async ({ request, response, caller }) => {
      const query = readQuery(request, mineCountsQuery);
      await readSide.meet(request, response);
      const counts = await reads.countMines(query, { viewer: viewerOf(caller), now: clock() });
      writeJson(response, counts, { position: counts.position });
    },
    readMine: async ({ request, response, caller }) => {
      const mineId = mineIdIn(request);
      const instants = readQuery(request, instantsQuery);
      const viewer = viewerOf(caller);
      const isNow = instants.asOf === undefined && instants.knownAt === undefined;
      if (!isNow) await readSide.meet(request, response);
      const { position: folded } = projector.state();
      const mine = isNow
        ? await answerMineNow(needs, mineId, viewer)
        : await reads.mine(mineId, instants, { viewer, now: clock() });
      if (!mine) throw noSuchMine();
      writeJson(response, mine, { position: laterPosition(store, mine.position, folded) });
    },
  };
}

/** What the documentation says of {@link mineRoutes}. */
export const mineOperations: Readonly<Record<Reading, Operation>> = {
  listMines: {
    tag: 'Mines',
    summary: 'List mines',
    query: mineQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'A page of mines', schema: mineList } },
    problems: ['other-store', 'not-yet-known'],
  },
  countMines: {
    tag: 'Mines',
    summary: 'Count mines',
    description:
      'How many mines fit, and how they are spread over what each filter could narrow. Takes the filters of the list.',
    query: mineCountsQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'The counts', schema: mineCounts } },
    problems: ['other-store', 'not-yet-known'],
  },
  readMine: {
    tag: 'Mines',
    summary: 'Read one mine',
    query: instantsQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'The mine', schema: mineDetail } },
    problems: ['not-found', 'other-store', 'not-yet-known'],
  },
};
