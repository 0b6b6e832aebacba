import { describeHistory, eventList, historyQuery, pageOfHistory } from '@rectify/projections';
import { laterPosition } from '../answers/later-position.ts';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import { mineIdIn, noSuchMine } from '../requests/mine-id.ts';
import { readQuery } from '../requests/query.ts';
import type { SignedInHandlers } from './handlers.ts';

/** The route that shows what happened to a mine. Without instants it is read from the stream, never older than what was acknowledged. */
export function historyRoutes({
  engine,
  reads,
  projector,
  readSide,
  store,
  clock,
  viewerOf,
}: AppNeeds): Pick<SignedInHandlers, 'readHistory'> {
  return {
    readHistory: async ({ request, response, caller }) => {
      const mineId = mineIdIn(request);
      const query = readQuery(request, historyQuery);
      const viewer = viewerOf(caller);
      if (query.asOf !== undefined || query.knownAt !== undefined) {
        await readSide.meet(request, response);
        const list = await reads.history(mineId, query, { viewer, now: clock() });
        if (!list) throw noSuchMine();
        writeJson(response, list, { position: projector.state().position });
        return;
      }
      const { position: folded } = projector.state();
      const loaded = await engine.load(mineId);
      const history = describeHistory(loaded?.facts ?? [], { view: query.view }, viewer);
      if (!loaded || history.length === 0) throw noSuchMine();
      writeJson(response, pageOfHistory(history, query, store.storeId), {
        position: laterPosition(store, loaded.folded.position, folded),
      });
    },
  };
}

/** What the documentation says of {@link historyRoutes}. */
export const historyOperations: Readonly<Record<'readHistory', Operation>> = {
  readHistory: {
    tag: 'Mines',
    summary: 'Read the history of a mine',
    description:
      'As recorded, an event shows its latest correction beside it and what counts of it in `effective`; with `view=effective` each is told as it counts.',
    query: historyQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'A page of events', schema: eventList } },
    problems: ['not-found', 'other-store', 'not-yet-known'],
  },
};
