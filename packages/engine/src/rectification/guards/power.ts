import { isInside } from '../case/boundary.ts';
import type { Mine } from '../case/mine.ts';
import type { Reason } from '../reason.ts';
import { type Guards, when } from './guard.ts';
import { idTaken } from './inspection.ts';

type PowerEvent =
  | 'PowerDirectionIssued'
  | 'PowerDirectionWithdrawn'
  | 'PowerDirectionBreached'
  | 'PowerCurtailed'
  | 'CurtailmentVerified'
  | 'CurtailmentEnded'
  | 'RelocationStarted'
  | 'RelocationAbandoned'
  | 'RelocationCompleted';

/** The conditions of power directions and relocations. */
export const powerGuards: Guards<PowerEvent> = {
  PowerDirectionIssued: {
    conditions: stillThere,
    fits: ({ power }, { directionId }) =>
      when(power.directionIds.includes(directionId), () => idTaken('power direction', directionId, 'supervisor')),
  },
  PowerDirectionWithdrawn: {
    conditions: (mine) => [...stillThere(mine), ...inForce(mine)],
    fits: (mine, { directionId }) => theDirection(mine, directionId),
  },
  PowerDirectionBreached: { conditions: stillThere, fits: (mine, { directionId }) => theDirection(mine, directionId) },
  PowerCurtailed: {
    conditions: (mine) => [
      ...stillThere(mine),
      ...when(mine.power.direction?.alternatives.includes('curtail') === false, () => ({
        code: 'curtailing-not-offered',
        detail: 'The direction leaves no choice but to relocate.',
        who: 'supervisor',
      })),
    ],
    fits: (mine, { directionId, to }) => [...theDirection(mine, directionId), ...withinCap(mine, to)],
  },
  CurtailmentVerified: { conditions: stillThere, fits: (mine, { directionId }) => theDirection(mine, directionId) },
  CurtailmentEnded: { conditions: stillThere, fits: (mine, { directionId }) => theDirection(mine, directionId) },
  RelocationStarted: {
    conditions: stillThere,
    fits: (mine, { directionId }) => (directionId === undefined ? [] : theDirection(mine, directionId)),
  },
  RelocationAbandoned: { conditions: stillThere },
  RelocationCompleted: {
    conditions: ({ power }) =>
      when(power.relocation === null, () => ({
        code: 'not-relocating',
        detail: 'The mine is not moving to another site.',
        who: 'owner',
      })),
    fits: (mine, { region, successor }) =>
      when(!isInside(mine, region) && successor === undefined, () => ({
        code: 'successor-missing',
        detail: `${region} is outside the jurisdiction (${mine.procedure.regions.join(', ')}): name the successor mine there.`,
        who: 'inspector',
      })),
  },
};

/** Nothing about power is left to a decommissioned mine. */
export function stillThere({ decommissioned }: Mine): Reason[] {
  return when(decommissioned, () => ({
    code: 'decommissioned',
    detail: 'The mine was decommissioned.',
    who: 'nobody',
  }));
}

function inForce({ power }: Mine): Reason[] {
  return when(power.direction === null, () => ({
    code: 'no-direction',
    detail: 'No power direction is in force.',
    who: 'supervisor',
  }));
}

function theDirection({ power }: Mine, directionId: string): Reason[] {
  return when(power.direction?.directionId !== directionId, () => ({
    code: 'not-the-direction',
    detail: power.direction
      ? `The power direction in force is ${power.direction.directionId}, not ${directionId}.`
      : `No power direction ${directionId} is in force.`,
    who: 'supervisor',
    about: directionId,
  }));
}

function withinCap({ power }: Mine, to: { readonly amount: number; readonly unit: string }): Reason[] {
  const cap = power.direction?.cap;
  if (!cap) return [];
  if (to.unit !== cap.unit) {
    return [
      {
        code: 'other-unit',
        detail: `State the curtailed power in ${cap.unit}, the unit of the direction.`,
        who: 'owner',
      },
    ];
  }
  return when(to.amount > cap.amount, () => ({
    code: 'above-cap',
    detail: `The direction allows at most ${cap.amount} ${cap.unit}.`,
    who: 'owner',
  }));
}
