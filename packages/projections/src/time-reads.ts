import type { ChangesAnswer } from './changes/changes-answer.ts';
import type { ChangesQuery } from './changes/changes-query.ts';
import { listChanges } from './changes/list-changes.ts';
import type { CourseAnswer } from './course/course-answer.ts';
import { courseOf } from './course/course-of.ts';
import type { CourseQuery } from './course/course-query.ts';
import { about } from './instants.ts';
import type { Projector } from './projector.ts';
import type { Asking } from './reads.ts';
import { snapshotsOf } from './snapshot.ts';
import { assigneesMeant } from './status/assignees.ts';

/** Questions about a stretch of time instead of an instant. Like lists they are eventual. */
export interface TimeReads {
  /** Which mines changed how. @throws InvalidCursor, ForeignCursor */
  changes(query: ChangesQuery, asking: Asking): Promise<ChangesAnswer>;
  /** How many were shut day by day. @throws CourseTooLong */
  course(query: CourseQuery, asking: Asking): Promise<CourseAnswer>;
}

/** Asks what a projector folds about stretches of time. */
export function timeReadsOf(projector: Pick<Projector, 'database'>): TimeReads {
  const snapshots = snapshotsOf(projector.database);
  return {
    async changes(query, asking) {
      return listChanges(projector.database(), query, asking);
    },

    course({ asOf, knownAt, ...query }, { viewer, now }) {
      const asked = { asOf, knownAt, now };
      return snapshots.read(asked, viewer, (snapshot) => ({
        ...courseOf(snapshot, assigneesMeant(snapshot.database, query, viewer), asked),
        ...about(snapshot.position, asked),
      }));
    },
  };
}
