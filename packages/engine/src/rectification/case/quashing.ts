import type { EventData } from '../events/events.ts';
import { pendingAppeal } from './appeals.ts';
import type { Mine } from './mine.ts';
import { inOpenCycle } from './open-cycle.ts';

/**
 * Whether a decision on an appeal ends the closure: statechart.md, "Appeals". It does if it quashes the closing order of the current
 * cycle while the mine is shut. `mine` is the mine just before the decision.
 */
export function quashesTheClosure({ decision, appealId }: EventData<'AppealDecided'>, mine: Mine): boolean {
  const appeal = pendingAppeal(mine.appeals, mine.cycle);
  return decision === 'quashed' && appeal?.appealId === appealId && appeal.against === 'order' && inOpenCycle(mine);
}
