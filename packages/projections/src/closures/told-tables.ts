import { type FoldedMine, milliseconds, type PassedDeadline, source } from '@rectify/engine/rectification';
import { z } from 'zod';
import { type Held, holdExactly, type KnowledgeTable } from '../as-of/knowledge.ts';

/**
 * What was put on record about closures beside their course, as known when: deadlines of offices that passed, and reports of lost capacity, numbered
 * within the mine in the order in which they occurred. On record from `known_from` until `known_to`, exclusive. Instants in milliseconds, `occurred` that of the event.
 */
export const toldSchema = `
  create table late_deadlines (
    mine_id text not null,
    place integer not null,
    known_from integer not null,
    known_to integer not null,
    occurred integer not null,
    cycle integer not null,
    office text not null,
    primary key (mine_id, place, known_from)
  ) strict, without rowid;
  create table loss_reports (
    mine_id text not null,
    place integer not null,
    known_from integer not null,
    known_to integer not null,
    occurred integer not null,
    report text not null,
    primary key (mine_id, place, known_from)
  ) strict, without rowid;
`;

/** The deadlines in {@link toldSchema}. */
export const lateDeadlines: KnowledgeTable = {
  table: 'late_deadlines',
  key: 'place',
  columns: ['occurred', 'cycle', 'office'],
};

/** The reports in {@link toldSchema}. */
export const lossReports: KnowledgeTable = { table: 'loss_reports', key: 'place', columns: ['occurred', 'report'] };

/** A report of lost capacity as it is kept. */
const lossReport = z.object({
  eventId: z.string(),
  reportedAt: z.string(),
  source: source.nullable(),
  amountPerDay: z.number(),
  approximate: z.boolean().optional(),
  unit: z.string(),
  scope: z.enum(['mine', 'campaign']),
  from: z.string(),
  to: z.string().optional(),
});

/** {@link lossReport} as a type. */
export type KeptLossReport = z.infer<typeof lossReport>;

/** A report from the text of a row. */
export function lossReportIn(text: string): KeptLossReport {
  return lossReport.parse(JSON.parse(text));
}

/** Holds, from `known` on (milliseconds), that what `after` says of a mine was put on record; `before` is what was held so far, if that is known. */
export function putTold(
  { late, losses }: { readonly late: Held; readonly losses: Held },
  before: FoldedMine | undefined,
  after: FoldedMine,
  known: number,
): void {
  const { passed, lostCapacity } = after.mine;
  if (before?.mine.passed !== passed) {
    const offices = passedOfOffices(passed).map(({ office, cycle, occurredAt }) => ({
      office,
      cycle,
      occurred: milliseconds(occurredAt),
    }));
    holdExactly(late, lateDeadlines, numbered(offices), known);
  }
  if (before?.mine.lostCapacity !== lostCapacity) {
    const reports = lostCapacity.map((report) => ({
      occurred: milliseconds(report.reportedAt),
      report: JSON.stringify(report),
    }));
    holdExactly(losses, lossReports, numbered(reports), known);
  }
}

/** The deadlines of offices among those that passed, each at the place that it is kept at. */
export function passedOfOffices(passed: readonly PassedDeadline[]): (PassedDeadline & { readonly office: string })[] {
  return passed.flatMap((one) => (one.who === null || one.who === 'owner' ? [] : [{ ...one, office: one.who }]));
}

function numbered<T>(rows: readonly T[]): (T & { readonly place: number })[] {
  return rows.map((row, place) => ({ ...row, place }));
}
