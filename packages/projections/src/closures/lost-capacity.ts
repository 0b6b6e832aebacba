import type { LossCounted, LossReport, LostCapacityAnswer } from './lost-capacity-answer.ts';
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

/** Reports of one closure within one unit that are counted in one way, in the order reported. */
export interface LossesInUnit {
  readonly closure: ClosureLosses;
  readonly unit: string;
  readonly counted: LossCounted;
  readonly losses: readonly CaseLoss[];
}

/**
 * How reports are counted: those about one mine add up within a unit, but those that tell different amounts of the same days are in no sum; nor are those about a
 * campaign.
 */
export function lossesInUnits(closed: readonly ClosureLosses[]): LossesInUnit[] {
  return closed.flatMap((closure) => {
    const ofMine = closure.losses.filter(({ scope }) => scope === 'mine');
    const ofCampaign = closure.losses.filter(({ scope }) => scope === 'campaign');
    const counted = (how: LossCounted, losses: readonly CaseLoss[]): LossesInUnit[] =>
      [...Map.groupBy(losses, ({ unit }) => unit)].map(([unit, own]) => ({ closure, unit, counted: how, losses: own }));
    if (ofMine.length === 1) return [...counted('ofCampaign', ofCampaign), ...counted('summed', ofMine)];
    const contested = ofMine.filter((loss) => ofMine.some((other) => disagree(loss, other)));
    const rest = ofMine.filter((loss) => !contested.includes(loss));
    return [...counted('ofCampaign', ofCampaign), ...counted('disagreeing', contested), ...counted('summed', rest)];
  });
}

/**
 * What was reported lost: domain.md, "Measures". Reports about one mine add up within a unit, days that two of them tell the same of being counted once;
 * those that tell different amounts of the same days are in no sum, and stand side by side. Those about a campaign are listed, never added or divided.
 */
export function lostCapacityOf(closed: readonly ClosureLosses[]): LostCapacityAnswer {
  const inUnits = lossesInUnits(closed);
  const summed = inUnits.filter(({ counted }) => counted === 'summed');
  const disagreeing = inUnits.filter(({ counted }) => counted === 'disagreeing').map(reportsOf);
  const ofCampaigns = closed.flatMap((closure) =>
    closure.losses.filter(({ scope }) => scope === 'campaign').map((loss) => reportOf(loss, closure)),
  );
  return {
    unverified: true,
    byUnit: [...Map.groupBy(summed, ({ unit }) => unit)]
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

/** The reports as they are answered. */
export function reportsOf({ closure, losses }: Pick<LossesInUnit, 'closure' | 'losses'>): LossReport[] {
  return losses.map((loss) => reportOf(loss, closure));
}

function disagree(a: CaseLoss, b: CaseLoss): boolean {
  return a.unit === b.unit && a.amountPerDay !== b.amountPerDay && a.from < b.to && b.from < a.to;
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
