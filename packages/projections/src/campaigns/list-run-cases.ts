import { z } from 'zod';
import { allOf, type PlacedRow, pageOf, sql, totalOf } from '../keyset.ts';
import type { ReadDatabase } from '../read-database.ts';
import { oneOf } from '../status/mine-conditions.ts';
import type { OutcomesSoFar } from './describe-campaign.ts';
import { caseOutcome, type RunAnswer, runCase } from './run-answer.ts';

const caseColumns = z.object({ name: z.string(), outcome: caseOutcome, report: z.string() });
const counts = z.array(z.object({ outcome: caseOutcome, cases: z.number() }));

/** A page of the cases of a run, in its order, after a place in it. */
export function pageOfCases(
  { db }: ReadDatabase,
  runId: string,
  {
    outcome,
    limit,
    after,
  }: {
    readonly outcome: readonly string[] | undefined;
    readonly limit: number;
    readonly after: PlacedRow['place'] | undefined;
  },
): { readonly items: z.infer<typeof runCase>[]; readonly total: number; readonly next?: PlacedRow['place'] } {
  const listing = {
    columns:
      'r.outcome, r.report, coalesce((select shown_name from mines m where m.mine_id = r.mine_id), r.mine_id) as name',
    from: sql('run_cases r'),
    where: allOf([sql('r.run_id = ?', runId), ...(outcome ? [oneOf('r.outcome', outcome)] : [])]),
    sortKey: sql('r.place'),
    descending: false,
    ties: ['r.place'],
  };
  const rows = pageOf(db, listing, after, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ row }) => {
      const { name, outcome: ended, report } = caseColumns.parse(row);
      return runCase.parse({ ...JSON.parse(report), name, outcome: ended });
    }),
    total: totalOf(db, listing),
    ...(rows.length > limit && { next: shown.at(-1)?.place }),
  };
}

/** Counts how the cases of a run ended so far. */
export function outcomesSoFar({ db }: ReadDatabase): OutcomesSoFar {
  return ({ runId }) => {
    const rows = counts.parse(
      db.prepare('select outcome, count(*) as cases from run_cases where run_id = ? group by outcome').all(runId),
    );
    const of = (wanted: keyof RunAnswer['outcomes']) => rows.find(({ outcome }) => outcome === wanted)?.cases ?? 0;
    return { waiting: of('waiting'), stored: of('stored'), requested: of('requested'), refused: of('refused') };
  };
}
