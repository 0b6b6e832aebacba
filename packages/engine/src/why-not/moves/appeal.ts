import { freshId } from '../../fresh-id.ts';
import { pendingAppeal } from '../../rectification/case/appeals.ts';
import { type Moment, type Moves, move } from '../move.ts';
import { text } from './stand-ins.ts';

/** Moves of appeals and stays: of the pending appeals, that of the current cycle before earlier ones. */
export const appealMoves = {
  AppealLodged: (at) => {
    const appealId = freshId('A', at.mine);
    return [move(at, 'AppealLodged', { appealId, grounds: text }, { about: appealId })];
  },
  AppealWithdrawn: (at) =>
    pending(at).map((appealId) => move(at, 'AppealWithdrawn', { appealId, reason: text }, { about: appealId })),
  AppealDecided: (at) =>
    pending(at).map((appealId) =>
      move(at, 'AppealDecided', { appealId, decision: 'upheld', reason: text }, { about: appealId }),
    ),
  StayRequested: (at) =>
    ofThisCycle(at).map((appealId) => move(at, 'StayRequested', { appealId, reason: text }, { about: appealId })),
  StayRefused: (at) =>
    ofThisCycle(at).map((appealId) => move(at, 'StayRefused', { appealId, reason: text }, { about: appealId })),
  StayGranted: (at) =>
    ofThisCycle(at).map((appealId) => move(at, 'StayGranted', { appealId, reason: text }, { about: appealId })),
  StayEnded: (at) =>
    ofThisCycle(at).map((appealId) => move(at, 'StayEnded', { appealId, reason: text }, { about: appealId })),
} satisfies Moves;

function pending({ mine: { appeals, cycle } }: Moment): string[] {
  const appeal = pendingAppeal(appeals, cycle) ?? appeals.find(({ status }) => status === 'pending');
  return appeal ? [appeal.appealId] : [];
}

function ofThisCycle({ mine: { appeals, cycle } }: Moment): string[] {
  const appeal = pendingAppeal(appeals, cycle);
  return appeal ? [appeal.appealId] : [];
}
