import { milliseconds, mineStatus, officials, type Person, role } from '@rectify/engine/rectification';
import { z } from 'zod';
import { allOf, type PlacedRow, pageOf, type Sql, sql, totalOf } from '../keyset.ts';
import type { ReadDatabase } from '../read-database.ts';
import { oneOf } from '../status/mine-conditions.ts';
import { type WorkItemAnswer, workKind } from './work-answer.ts';
import type { WorkQuery } from './work-query.ts';

/** One page of a queue out of a read database. */
export interface WorkPage {
  readonly items: WorkItemAnswer[];
  readonly total: number;
  readonly overdue: number;
  /** The place after the last item; absent on the last page. */
  readonly next?: PlacedRow['place'];
}

const WORK = sql('work w join mines m on m.mine_id = w.mine_id');

const row = z.object({
  mine_id: z.string(),
  shown_name: z.string(),
  region: z.string(),
  status: mineStatus,
  assignee: z.string().nullable(),
  kind: workKind,
  rule: z.string().nullable(),
  since: z.string(),
  office: z.string().nullable(),
  subject: z.string().nullable(),
  due_on: z.string().nullable(),
  due: z.number().nullable(),
  approval_id: z.string().nullable(),
  event: z.string().nullable(),
  requested_by_role: role.nullable(),
});

/** A page of what needs a person at an instant, after a place in the queue. A request of their own does not: nobody answers their own. */
export function pageOfWork(
  { db }: ReadDatabase,
  person: Person,
  { limit, ...query }: Omit<WorkQuery, 'cursor' | 'asOf' | 'knownAt'>,
  after: PlacedRow['place'] | undefined,
  now: string,
): WorkPage {
  const at = milliseconds(now);
  const listing = {
    columns: `w.mine_id, m.shown_name, m.region, m.status, m.assignee, w.kind, w.rule, w.since, w.office,
      w.subject, w.due_on, w.due, w.approval_id, w.event,
      w.requested_by_role`,
    from: WORK,
    where: allOf(conditions(person, query, at)),
    sortKey: sql('w.due'),
    descending: false,
    ties: ['w.mine_id', 'w.item'],
  };
  const rows = pageOf(db, listing, after, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ row: columns }) => itemIn(columns, at)),
    total: totalOf(db, listing),
    overdue: totalOf(db, { from: WORK, where: allOf(conditions(person, { ...query, overdue: true }, at)) }),
    ...(rows.length > limit && { next: shown.at(-1)?.place }),
  };
}

function conditions(
  person: Person,
  { scope, kind, region, overdue }: Omit<WorkQuery, 'cursor' | 'limit' | 'asOf' | 'knownAt'>,
  at: number,
): Sql[] {
  const { id, role, office } = person;
  return [
    sql('w.role = ?', role),
    sql('w.requested_by is null or w.requested_by <> ?', id),
    ...withinRights(person),
    ...(scope === 'mine' ? [sql('m.assignee = ?', id)] : []),
    ...(scope === 'office' ? [sql('coalesce(w.office, m.office) = ?', office)] : []),
    ...(scope === 'unassigned' ? [sql('m.assignee is null')] : []),
    ...(kind ? [oneOf('w.kind', kind)] : []),
    ...(region ? [oneOf('m.region', region)] : []),
    ...(overdue === undefined ? [] : [sql(overdue ? 'w.due < ?' : 'w.due is null or w.due >= ?', at)]),
  ];
}

/** Officials act in their regions; owners in their mines, for the operator they act for. */
function withinRights({ role, regions, mines, operator }: Person): Sql[] {
  if (role === 'owner') {
    const own = oneOf('w.mine_id', mines);
    return operator === undefined ? [own] : [own, sql('m.operator = ?', operator)];
  }
  return officials.includes(role) && regions !== 'all' ? [oneOf('m.region', regions)] : [];
}

function itemIn(columns: Record<string, unknown>, at: number): WorkItemAnswer {
  const { mine_id, shown_name, due, due_on, approval_id, requested_by_role, ...same } = row.parse(columns);
  return {
    mineId: mine_id,
    name: shown_name,
    ...same,
    dueOn: due_on,
    overdue: due !== null && due < at,
    approvalId: approval_id,
    requestedByRole: requested_by_role,
  };
}
