import type { EventReader } from '@rectify/engine';
import {
  CannotBeCited,
  CourseTooLong,
  changesQuery,
  citationQuery,
  citationReadsOf,
  courseQuery,
  type Projector,
  readsOf,
  timeReadsOf,
  type Viewer,
} from '@rectify/projections';
import { CannotBeDone } from '../failures.ts';
import type { ReadingTime } from './access.ts';
import { allChanges } from './all-changes.ts';
import { PAGE_LIMIT } from './all-pages.ts';

/** Asks a store about stretches of time, and cites its figures. */
export function timeOfStore(
  reader: EventReader,
  folded: () => Promise<Projector>,
  viewer: Viewer,
  clock: () => string,
): ReadingTime {
  return {
    async changes(asked) {
      const from = timeReadsOf(await folded());
      const now = clock();
      return allChanges((cursor) =>
        from.changes(changesQuery.parse({ ...asked, limit: PAGE_LIMIT, cursor }), { viewer, now }),
      );
    },
    async course(asked) {
      const from = timeReadsOf(await folded());
      return refusing(async () => from.course(courseQuery.parse(asked), { viewer, now: clock() }));
    },
    async cite(asked) {
      const projector = await folded();
      const { compare } = reader;
      const citations = citationReadsOf({
        projector,
        reads: readsOf(projector),
        time: timeReadsOf(projector),
        compare,
      });
      const cited = await refusing(() => citations.cite(citationQuery.parse(asked), { viewer, now: clock() }));
      if (!cited) throw new CannotBeDone('There is nothing to cite there.');
      return cited;
    },
  };
}

async function refusing<T>(answering: () => Promise<T>): Promise<T> {
  try {
    return await answering();
  } catch (error) {
    if (error instanceof CannotBeCited || error instanceof CourseTooLong) throw new CannotBeDone(error.message);
    throw error;
  }
}
