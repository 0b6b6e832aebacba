import { freshId } from '../../fresh-id.ts';
import type { Mine } from '../../rectification/case/mine.ts';
import { type Moves, move } from '../move.ts';
import { dayAfter, text } from './stand-ins.ts';

/** Moves of power directions, which leave every alternative, and of moving the site, which stays in the jurisdiction. */
export const powerMoves = {
  PowerDirectionIssued: (at) => {
    const directionId = freshId('P', at.mine);
    const data = { directionId, alternatives: ['curtail' as const, 'relocate' as const], dueOn: dayAfter(at, 30) };
    return [move(at, 'PowerDirectionIssued', data, { about: directionId })];
  },
  PowerDirectionWithdrawn: (at) =>
    inForce(at.mine).map(({ directionId }) =>
      move(at, 'PowerDirectionWithdrawn', { directionId, reason: text }, { about: directionId }),
    ),
  PowerDirectionBreached: (at) =>
    inForce(at.mine).map(({ directionId }) =>
      move(at, 'PowerDirectionBreached', { directionId, reason: text }, { about: directionId }),
    ),
  PowerCurtailed: (at) =>
    inForce(at.mine).map(({ directionId, cap }) =>
      move(at, 'PowerCurtailed', { directionId, to: cap ?? at.mine.capacity }, { about: directionId }),
    ),
  CurtailmentVerified: (at) =>
    inForce(at.mine).map(({ directionId }) => move(at, 'CurtailmentVerified', { directionId }, { about: directionId })),
  CurtailmentEnded: (at) =>
    inForce(at.mine).map(({ directionId }) =>
      move(at, 'CurtailmentEnded', { directionId, reason: text }, { about: directionId }),
    ),
  RelocationStarted: (at) => [move(at, 'RelocationStarted', { destination: text })],
  RelocationAbandoned: (at) => [move(at, 'RelocationAbandoned', { reason: text })],
  RelocationCompleted: (at) => [move(at, 'RelocationCompleted', { site: text, region: regionInside(at.mine) })],
} satisfies Moves;

function inForce({ power: { direction } }: Mine) {
  return direction ? [direction] : [];
}

function regionInside({ procedure: { regions }, region }: Mine): string {
  return regions.includes(region) ? region : (regions[0] ?? region);
}
