import { alreadyQuashed, pendingAppeal } from '../case/appeals.ts';
import type { Mine } from '../case/mine.ts';
import { inOpenCycle } from '../case/open-cycle.ts';
import type { Reason } from '../reason.ts';
import { type Guards, when } from './guard.ts';
import { idTaken } from './inspection.ts';
import { stillThere } from './power.ts';

type AppealEvent =
  | 'AppealLodged'
  | 'AppealWithdrawn'
  | 'AppealDecided'
  | 'StayRequested'
  | 'StayRefused'
  | 'StayGranted'
  | 'StayEnded';

/** The conditions of appeals and stays. */
export const appealGuards: Guards<AppealEvent> = {
  AppealLodged: {
    conditions: ({ closure, appeals, cycle }) => [
      ...when(closure?.cause !== 'order', () => ({
        code: 'no-order',
        detail: 'There is no closing order in the current cycle to appeal against.',
        who: 'nobody',
      })),
      ...when(alreadyQuashed(appeals, cycle), () => ({
        code: 'already-quashed',
        detail: 'The closing order of this cycle was quashed already.',
        who: 'nobody',
      })),
    ],
    fits: ({ appeals }, { appealId }) =>
      when(
        appeals.some((appeal) => appeal.appealId === appealId),
        () => idTaken('appeal', appealId, 'owner'),
      ),
  },
  AppealWithdrawn: { conditions: anyPending, fits: (mine, { appealId }) => isPending(mine, appealId) },
  AppealDecided: { conditions: anyPending, fits: (mine, { appealId }) => isPending(mine, appealId) },
  StayRequested: {
    conditions: (mine) => [
      ...stillThere(mine),
      ...when(pendingAppeal(mine.appeals, mine.cycle)?.stay === 'requested', () => ({
        code: 'stay-request-pending',
        detail: 'A request for a stay waits for an answer already.',
        who: 'reviewer',
      })),
    ],
    fits: (mine, { appealId }) => isOfThisCycle(mine, appealId),
  },
  StayRefused: {
    conditions: (mine) => [
      ...stillThere(mine),
      ...when(pendingAppeal(mine.appeals, mine.cycle)?.stay !== 'requested', () => ({
        code: 'no-stay-request',
        detail: 'The owner has not asked for a stay.',
        who: 'owner',
      })),
    ],
    fits: (mine, { appealId }) => isOfThisCycle(mine, appealId),
  },
  StayGranted: {
    conditions: (mine) => [
      ...stillThere(mine),
      ...when(!inOpenCycle(mine), () => ({
        code: 'not-shut',
        detail: 'The mine is not shut, so there is nothing to stay.',
        who: 'nobody',
      })),
    ],
    fits: (mine, { appealId }) => isOfThisCycle(mine, appealId),
  },
  StayEnded: { conditions: stillThere, fits: (mine, { appealId }) => isOfThisCycle(mine, appealId) },
};

function anyPending({ appeals }: Mine): Reason[] {
  return when(!appeals.some(({ status }) => status === 'pending'), () => ({
    code: 'no-appeal-pending',
    detail: 'No appeal is pending.',
    who: 'owner',
  }));
}

function isPending({ appeals }: Mine, appealId: string): Reason[] {
  return when(!appeals.some((appeal) => appeal.appealId === appealId && appeal.status === 'pending'), () =>
    notPending(appealId),
  );
}

function isOfThisCycle({ appeals, cycle }: Mine, appealId: string): Reason[] {
  return when(pendingAppeal(appeals, cycle)?.appealId !== appealId, () => notPending(appealId));
}

function notPending(appealId: string): Reason {
  return {
    code: 'not-the-appeal',
    detail: `There is no pending appeal ${appealId} in this cycle.`,
    who: 'owner',
    about: appealId,
  };
}
