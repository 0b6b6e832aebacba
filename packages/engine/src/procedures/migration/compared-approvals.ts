import { againstEffect } from '../../approvals.ts';
import type { Present } from '../../known-procedures.ts';
import type { PendingApproval } from '../../rectification/case/approvals.ts';
import { eventSchemas, isEventType } from '../../rectification/events/events.ts';
import type { FoldedMine } from '../../rectification/fold.ts';
import { codesUnknownTo } from '../../validation.ts';

/** A pending request that fares differently: it cannot be granted any more, can now, or would need no second person any more. */
export interface ComparedApproval {
  readonly approvalId: string;
  readonly type: string;
  readonly becomes: 'impossible' | 'possible' | 'not-needed';
}

/** The pending requests that fare differently in two standings of a mine. */
export function comparedApprovals(before: FoldedMine, after: FoldedMine, present: Present): ComparedApproval[] {
  return Object.values(before.mine.approvals).flatMap((approval): ComparedApproval[] => {
    const { approvalId, event } = approval;
    const could = isGrantable(approval, before, present);
    const can = isGrantable(approval, after, present);
    const needsNoMore =
      Object.hasOwn(before.mine.procedure.fourEyes, event.type) &&
      !Object.hasOwn(after.mine.procedure.fourEyes, event.type);
    const becomes = could !== can ? (can ? 'possible' : 'impossible') : needsNoMore ? 'not-needed' : undefined;
    return becomes === undefined ? [] : [{ approvalId, type: event.type, becomes }];
  });
}

/** Whether a request could be granted: its codes are among the procedure's, and nothing stands against its effect. */
function isGrantable(approval: PendingApproval, folded: FoldedMine, present: Present): boolean {
  const { type, data } = approval.event;
  if (!isEventType(type)) return false;
  const read = eventSchemas[type].safeParse(data);
  if (!read.success || codesUnknownTo(folded.mine.procedure, type, read.data, '').length > 0) return false;
  return againstEffect(approval, folded, present).length === 0;
}
