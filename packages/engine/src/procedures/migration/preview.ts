import type { Present } from '../../known-procedures.ts';
import { inOpenCycle } from '../../rectification/case/open-cycle.ts';
import { compiled } from '../../rectification/compiled/decider.ts';
import type { FoldedMine } from '../../rectification/fold.ts';
import type { MineEventOf } from '../../rectification/mine-event.ts';
import { type Procedure, procedureName } from '../../rectification/procedures/procedure.ts';
import { type Procedures, proceduresAfter } from '../../rectification/procedures/procedures.ts';
import type { Reason } from '../../rectification/reason.ts';
import { type WaitingOn, waitingOn } from '../../rectification/waiting-on.ts';
import { type ComparedApproval, comparedApprovals } from './compared-approvals.ts';
import { type ComparedCodes, comparedChecks, comparedRequirements, noCodes } from './compared-codes.ts';
import { type ComparedDeadline, comparedDeadlines } from './compared-deadlines.ts';

/** What moving the open cycle of one mine to another procedure would change. */
export interface MigrationPreview {
  readonly mineId: string;
  readonly name: string;
  readonly region: string;
  readonly cycle: number;
  /** The procedure it is under. */
  readonly procedure: string;
  readonly outcome: 'changes' | 'unchanged' | 'cannot-move' | 'under-it-already';
  /** Why it cannot move. */
  readonly reasons: readonly Reason[];
  readonly requirements: ComparedCodes;
  readonly checks: ComparedCodes;
  readonly deadlines: readonly ComparedDeadline[];
  readonly approvals: readonly ComparedApproval[];
  /** Whom the mine waits for, where that changes. */
  readonly waitingOn: { readonly before: WaitingOn; readonly after: WaitingOn } | null;
}

/**
 * What would change if the open cycle of a mine were moved now to a procedure, published or not: the statechart itself moves it, and
 * what stands then is compared with what stands now. Undefined where no cycle is open. Pure, stores nothing.
 */
export function previewMigration(
  folded: FoldedMine,
  to: Procedure,
  { now, procedures }: Present,
): MigrationPreview | undefined {
  const { mine } = folded;
  if (!inOpenCycle(mine)) return undefined;
  const { mineId, name, region, cycle } = mine;
  const about = { mineId, name, region, cycle, procedure: procedureName(mine.procedure) };
  if (about.procedure === procedureName(to)) return { ...about, ...nothing, outcome: 'under-it-already', reasons: [] };
  const decision = compiled.decide(folded, migration(to, now));
  if (!decision.accepted) return { ...about, ...nothing, outcome: 'cannot-move', reasons: decision.reasons };
  const present = { now, procedures: published(procedures, to, now) };
  const compared = compare(folded, { ...folded, ...decision.standing }, present);
  return { ...about, ...compared, outcome: isNothing(compared) ? 'unchanged' : 'changes', reasons: [] };
}

type Comparison = Pick<MigrationPreview, 'requirements' | 'checks' | 'deadlines' | 'approvals' | 'waitingOn'>;

const nothing: Comparison = { requirements: noCodes, checks: noCodes, deadlines: [], approvals: [], waitingOn: null };

function compare(before: FoldedMine, after: FoldedMine, present: Present): Comparison {
  const [waited, waits] = [waitingOn(before.value, before.mine), waitingOn(after.value, after.mine)];
  return {
    requirements: comparedRequirements(before, after, present.now),
    checks: comparedChecks(before, after),
    deadlines: comparedDeadlines(before, after, present.now),
    approvals: comparedApprovals(before, after, present),
    waitingOn: waited.party === waits.party && waited.office === waits.office ? null : { before: waited, after: waits },
  };
}

function isNothing({ requirements, checks, deadlines, approvals, waitingOn: waiting }: Comparison): boolean {
  const codes = [requirements, checks].flatMap(({ newlyUnmet, newlyMet }) => [...newlyUnmet, ...newlyMet]);
  return codes.length + deadlines.length + approvals.length === 0 && waiting === null;
}

/** The procedures as they are once this one is published too, as it is before a cycle can move to it. */
function published(procedures: Procedures, procedure: Procedure, now: string): Procedures {
  return procedures.has(procedureName(procedure))
    ? procedures
    : proceduresAfter(procedures, { type: 'ProcedurePublished', data: { procedure }, occurredAt: now });
}

function migration(procedure: Procedure, now: string): MineEventOf<'ProcedureMigrated'> {
  return {
    type: 'ProcedureMigrated',
    data: { procedure: procedureName(procedure), reason: 'to see what it would change' },
    eventId: '00000000-0000-4000-8000-000000000000',
    occurredAt: now,
    occurredAtPrecision: 'instant',
    decidedAt: now,
    actor: { id: 'nobody', role: 'supervisor', office: procedure.offices.supervision },
    procedure,
  };
}
