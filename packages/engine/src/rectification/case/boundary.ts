import type { MineEvent } from '../mine-event.ts';
import type { Mine } from './mine.ts';
import { inOpenCycle } from './open-cycle.ts';

/** What an event does to the closure cycle: statechart.md, "Cycles". */
export type Boundary = 'begins' | 'ends' | 'ends-and-begins' | 'moves-site' | null;

/** Tells what an event, if it happens now, does to the closure cycle of a mine. */
export function boundary(mine: Mine, event: MineEvent): Boundary {
  switch (event.type) {
    case 'ClosureOrdered':
      return 'begins';
    case 'RelocationCompleted':
      if (!isInside(mine, event.data.region)) return inOpenCycle(mine) ? 'ends' : null;
      return inOpenCycle(mine) ? 'moves-site' : 'begins';
    case 'ReopeningAuthorised':
      return 'ends';
    case 'ClosureWithdrawn':
    case 'ClosureQuashed':
      return mine.siteInspected ? 'ends' : 'ends-and-begins';
    case 'MineDecommissioned':
      return inOpenCycle(mine) ? 'ends' : null;
    default:
      return null;
  }
}

/** Whether a region lies in the jurisdiction of the procedure that the mine's cycle is pinned to. */
export function isInside(mine: Mine, region: string): boolean {
  return mine.procedure.regions.includes(region);
}
