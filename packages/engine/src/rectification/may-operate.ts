import { pendingAppeal } from './case/appeals.ts';
import type { Mine } from './case/mine.ts';
import { type ChartValue, isShut } from './chart-value.ts';

/** Whether the mine may run: statechart.md, "May it operate". A stay lets a shut mine run, a relocation stops any. */
export function mayOperate({ operation, power, appeal }: ChartValue, mine: Pick<Mine, 'siteInspected'>): boolean {
  if (operation === 'decommissioned' || power === 'relocating') return false;
  return !isShut(operation) || (mine.siteInspected && appeal === 'lodged.stayed');
}

/** {@link mayOperate} from what the mine remembers, for guards, which see no chart value. */
export function mayOperateByFacts(mine: Mine): boolean {
  if (mine.decommissioned || mine.power.relocation) return false;
  const shut = mine.closure !== null && mine.closure.until === null;
  return !shut || (mine.siteInspected && pendingAppeal(mine.appeals, mine.cycle)?.stay === 'granted');
}
