import type { LossReport, LostCapacityAnswer } from './lost-capacity-answer.ts';
import { DAY, sum } from './spans.ts';
import type { CaseLoss } from './statistics-case.ts';

/** A closure with what was reported lost while it was shut, in the order reported. */
export interface ClosureLosses {
  readonly mineId: string;
  readonly cycle: number;
  readonly campaignId: string | null;
  readonly losses: readonly CaseLoss[];
}

/** No more reports are listed one by one. */
const MOST_LISTED = 100;

/**
 * What was reported lost: domain.md, "Measures". Reports about one mine add up within a unit, days that two of them tell the same of being counted once;
 * those that tell different amounts of the same days are in no sum, and stand side by side. Those about a campaign are listed, never added or divided.
 */
export function lostCapacityOf(closed: readonly ClosureLosses[]): LostCapacityAnswer {
  const agreeing: { readonly unit: string; readonly losses: readonly CaseLoss[] }[] = [];
  const disagreeing: LossReport[][] = [];
  const ofCampaigns: LossReport[] = [];
  for (const one of closed) {
    ofCampaigns.push(...one.losses.filter(({ scope }) => scope === 'campaign').map((loss) => reportOf(loss, one)));
    const ofMine = one.losses.filter(({ scope }) => scope === 'mine');
    const [only] = ofMine;
    if (only && ofMine.length === 1) {
      agreeing.push({ unit: only.unit, losses: ofMine });
      continue;
    }
    for (const [unit, losses] of Map.groupBy(ofMine, (loss) => loss.unit)) {
      const contested = losses.filter((loss) => losses.some((other) => disagree(loss, other)));
      if (contested.length > 0) disagreeing.push(contested.map((loss) => reportOf(loss, one)));
      const rest = losses.filter((loss) => !contested.includes(loss));
      if (rest.length > 0) agreeing.push({ unit, losses: rest });
    }
  }
  return {
    unverified: true,
    byUnit: [...Map.groupBy(agreeing, ({ unit }) => unit)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([unit, closures]) => ({
        unit,
        amountDays: sum(closures.map(({ losses }) => amountDays(losses))),
        closures: closures.length,
        reports: sum(closures.map(({ losses }) => losses.length)),
        approximate: closures.some(({ losses }) => losses.some(({ approximate }) => approximate)),
      })),
    disagreeing: disagreeing.slice(0, MOST_LISTED),
    ofCampaigns: ofCampaigns.slice(0, MOST_LISTED),
    left: {
      disagreeing: Math.max(0, disagreeing.length - MOST_LISTED),
      ofCampaigns: Math.max(0, ofCampaigns.length - MOST_LISTED),
    },
  };
}

function disagree(a: CaseLoss, b: CaseLoss): boolean {
  return a.amountPerDay !== b.amountPerDay && a.from < b.to && b.from < a.to;
}

/** Amount × days of reports of which those that overlap tell the same amount. */
function amountDays(losses: readonly CaseLoss[]): number {
  let [total, counted] = [0, Number.NEGATIVE_INFINITY];
  for (const { amountPerDay, from, to } of losses.toSorted((a, b) => a.from - b.from)) {
    total += (amountPerDay * Math.max(0, to - Math.max(from, counted))) / DAY;
    counted = Math.max(counted, to);
  }
  return total;
}

function reportOf({ scope: _, from, to, ...loss }: CaseLoss, { mineId, cycle, campaignId }: ClosureLosses): LossReport {
  return { mineId, cycle, campaignId, ...loss, from: written(from), to: written(to), days: (to - from) / DAY };
}

function written(instant: number): string {
  return new Date(instant).toISOString();
}
