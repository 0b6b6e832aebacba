import { type ClosureMeasure, closuresOf, type FoldedMine, lastClosureOf } from '@rectify/engine/rectification';
import type { ClosureAnswer, ListedClosure } from './closure-answer.ts';

/** Every closure cycle of a folded mine, oldest first, measured up to `at` while ongoing. */
export function describeClosures(folded: FoldedMine, at: string): ClosureAnswer[] {
  return closuresOf(folded, at).map((measure) => described(measure, folded));
}

/** The current closure cycle of a folded mine, else the last one, measured as all of them are; null where it was never closed. */
export function describeLastClosure(folded: FoldedMine, at: string): ClosureAnswer | null {
  const measure = lastClosureOf(folded, at);
  return measure ? described(measure, folded) : null;
}

/** Every closure cycle of a folded mine as it stands in lists. */
export function listClosuresOf(folded: FoldedMine, at: string): ListedClosure[] {
  const { mineId, name, region, operator } = folded.mine;
  return describeClosures(folded, at).map((closure) => ({ ...closure, mineId, name, region, operator }));
}

function described({ closure, perParty, ...measure }: ClosureMeasure, { mine }: FoldedMine): ClosureAnswer {
  const { order, served } = closure;
  return {
    cycle: closure.cycle,
    eventId: closure.eventId,
    cause: closure.cause,
    since: closure.since,
    sincePrecision: closure.sincePrecision,
    until: closure.until,
    ongoing: measure.ongoing,
    outcome: closure.outcome,
    duration: measure.duration,
    milliseconds: measure.milliseconds,
    days: measure.days,
    notAllowedToRun: measure.notAllowedToRun,
    perState: measure.perState,
    waitedOn: perParty,
    grounds: order?.grounds ?? null,
    groundsCode: order?.groundsCode ?? null,
    authority: order?.authority ?? null,
    legalBasis: order?.legalBasis ?? null,
    orderNumber: order?.number ?? null,
    appealRights: order?.appealRights ?? null,
    served: served && {
      servedAt: served.servedAt,
      method: served.method,
      refusedToSign: served.refusedToSign ?? false,
      recordedAt: served.recordedAt,
    },
    campaignId: order?.campaignId ?? null,
    underAppeal: mine.appeals.some(
      ({ cycle, status, against }) => cycle === closure.cycle && status === 'pending' && against === 'order',
    ),
    appealOutcome: closure.appealOutcome,
    procedure: closure.procedure,
  };
}
