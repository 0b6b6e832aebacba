import { z } from 'zod';
import type { ReadDatabase } from '../read-database.ts';
import { pseudonymOf, type Viewer } from '../viewer.ts';
import type { MineFilters } from './mine-query.ts';

const assignees = z.array(z.object({ assignee: z.string() }));

/** Filters with the assignees that a viewer means: analysts know people by pseudonym only, and cannot look for a real id. */
export function assigneesMeant<F extends Pick<MineFilters, 'assignee'>>(
  { db }: ReadDatabase,
  filters: F,
  viewer: Viewer,
): F {
  const { assignee } = filters;
  if (viewer.kind !== 'analyst' || assignee === undefined) return filters;
  const rows = db.prepare('select distinct assignee from standings where assignee is not null').all();
  const meant = assignees
    .parse(rows)
    .map((row) => row.assignee)
    .filter((id) => assignee.includes(pseudonymOf(id, viewer.pseudonymKey)));
  return { ...filters, assignee: meant };
}
