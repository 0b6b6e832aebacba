import { monthIn } from './beijing.ts';
import type { GeneratedCampaign } from './campaigns.ts';
import type { Chance } from './chance.ts';
import { DAY } from './durations.ts';

/** Why a mine is closed, and when it is noticed, in milliseconds. */
export interface Cause {
  readonly at: number;
  readonly grounds: string;
  readonly campaignId?: string;
}

/** Closings a year of a mine that runs, outside campaigns, were all months alike. Invented. */
const A_YEAR = 0.05;

/** How much likelier a closing is in a month, January first: more in winter, when power is short, and in the floods of summer. Invented. */
const seasons = [2.2, 1.7, 0.8, 0.6, 0.6, 0.8, 1.1, 1, 0.6, 0.6, 1.2, 2];
const highest = Math.max(...seasons);

const grounds = [
  'Installed capacity above the figure registered',
  'Taxes not declared',
  'Real names of customers not verified',
  'Power supply without a contract',
  'Complaint of neighbours about noise',
  'No answer to two letters of the energy office',
] as const;

/** The next closing of a mine that runs from an instant on: by a campaign that strikes it, or on grounds of its own. */
export function nextCause(
  from: number,
  region: string,
  campaigns: readonly GeneratedCampaign[],
  chance: Chance,
): Cause {
  const struck = campaigns.flatMap((campaign) => struckBy(campaign, from, region, chance));
  const own: Cause = { at: ownTime(from, chance), grounds: chance.oneOf(grounds) };
  return [own, ...struck].reduce((first, cause) => (cause.at < first.at ? cause : first));
}

function struckBy(campaign: GeneratedCampaign, from: number, region: string, chance: Chance): Cause[] {
  const { extension, share, days, opened, closesAt, grounds: itsGrounds } = campaign;
  const isExtended = extension?.regions.some((further) => further === region) ?? false;
  const begins = isExtended ? (extension?.at ?? 0) : campaign.opensAt;
  if (!isExtended && !campaign.regions.some((struck) => struck === region)) return [];
  const at = begins - days * DAY * Math.log(1 - chance.fraction());
  const strikes = chance.happens(isExtended ? share / 2 : share);
  return strikes && at > from && at < closesAt ? [{ at, grounds: itsGrounds, campaignId: opened.campaignId }] : [];
}

/** By thinning: drawn as if every month were the worst, and each kept by its own season. */
function ownTime(from: number, chance: Chance): number {
  let at = from;
  do {
    at -= (Math.log(1 - chance.fraction()) / (A_YEAR * highest)) * 365 * DAY;
  } while (!chance.happens((seasons[monthIn(at) - 1] ?? 1) / highest));
  return at;
}
