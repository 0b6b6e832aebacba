import { CENSORED } from '@rectify/analytics';
import type { ClosureOutcome } from '@rectify/engine/rectification';
import { alike } from './alike.ts';
import type { ClosureTally, Resolution } from './closure-tally.ts';
import { DAY } from './spans.ts';
import type { StatisticsCase } from './statistics-case.ts';
import { tallyStates } from './tally-states.ts';
import { keyOf } from './waits.ts';

/**
 * Counts closures one by one. `from` is the beginning of the window, in milliseconds: who was shut before enters late, and what was before it in their
 * states is left out.
 */
export function tallyCases(
  cases: readonly StatisticsCase[],
  resolution: Resolution,
  from = Number.NEGATIVE_INFINITY,
): ClosureTally {
  const byOutcome: Record<ClosureOutcome, number> = { reopened: 0, withdrawn: 0, quashed: 0, decommissioned: 0 };
  const waiting = new Map<string, ClosureTally['waiting'][number]>();
  const late = new Map<string, number>();
  const lasted = alike(resolution === 'exact' ? undefined : 1);
  for (const { outcome, now, since, until, lateOffices } of cases) {
    if (outcome !== null) byOutcome[outcome] += 1;
    for (const office of lateOffices) late.set(office, (late.get(office) ?? 0) + 1);
    lasted.add((until - since) / DAY, from > since ? (from - since) / DAY : undefined, outcome ?? CENSORED);
    if (!now) continue;
    const key = keyOf(now.waitingOn);
    waiting.set(key, { ...now.waitingOn, closures: (waiting.get(key)?.closures ?? 0) + 1 });
  }
  return {
    total: cases.length,
    byOutcome,
    waiting: [...waiting.values()],
    late,
    lasted: lasted.observations(),
    states: tallyStates(cases, resolution, from),
  };
}
