import type { Mine } from '../case/mine.ts';
import { own } from '../case/own.ts';
import type { Reason } from '../reason.ts';
import { type Circumstances, type Guards, when } from './guard.ts';

type ApprovalEvent = 'ApprovalRequested' | 'ApprovalGranted' | 'ApprovalDeclined' | 'ApprovalWithdrawn';

/** The conditions of four eyes: two different people, each entitled by the procedure. */
export const approvalGuards: Guards<ApprovalEvent> = {
  ApprovalRequested: {},
  ApprovalGranted: {
    conditions: (mine, at) => somePending(mine, (id) => entitled(mine, id, at)),
    fits: (mine, { approvalId }, at) => entitled(mine, approvalId, at),
  },
  ApprovalDeclined: {
    conditions: (mine, at) => somePending(mine, (id) => entitled(mine, id, at)),
    fits: (mine, { approvalId }, at) => entitled(mine, approvalId, at),
  },
  ApprovalWithdrawn: {
    conditions: (mine, at) => somePending(mine, (id) => ownRequest(mine, id, at)),
    fits: (mine, { approvalId }, at) => ownRequest(mine, approvalId, at),
  },
};

/** No reasons if one pending request passes; else those of the first, or that there is none. */
function somePending({ approvals }: Mine, reasonsFor: (approvalId: string) => Reason[]): Reason[] {
  const each = Object.keys(approvals).map(reasonsFor);
  if (each.some((reasons) => reasons.length === 0)) return [];
  return each[0] ?? [{ code: 'no-request-pending', detail: 'No request waits for an approval.', who: 'supervisor' }];
}

function entitled(mine: Mine, approvalId: string, { actor }: Circumstances): Reason[] {
  const approval = own(mine.approvals, approvalId);
  if (!approval) return [notPending(approvalId)];
  const { granters } = approval;
  return [
    ...when(approval.requestedBy.id === actor.id, () => ({
      code: 'same-person',
      detail: 'You requested this yourself; another entitled person has to answer it.',
      who: granters[0] ?? 'supervisor',
      about: approvalId,
    })),
    ...when(!granters.includes(actor.role), () => ({
      code: 'not-entitled',
      detail: `Only a ${granters.join(' or ')} can answer this request.`,
      who: granters[0] ?? 'supervisor',
      about: approvalId,
    })),
  ];
}

function ownRequest({ approvals }: Mine, approvalId: string, { actor }: Circumstances): Reason[] {
  const approval = own(approvals, approvalId);
  if (!approval) return [notPending(approvalId)];
  return when(approval.requestedBy.id !== actor.id, () => ({
    code: 'not-your-request',
    detail: 'Only who made the request can withdraw it.',
    who: approval.requestedBy.role,
    about: approvalId,
  }));
}

function notPending(approvalId: string): Reason {
  return {
    code: 'not-pending',
    detail: `No request ${approvalId} waits for an approval.`,
    who: 'supervisor',
    about: approvalId,
  };
}
