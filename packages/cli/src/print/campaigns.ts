import type { CampaignStored } from '@rectify/api';
import type { CampaignAnswer, CampaignWithCases } from '@rectify/projections';
import { shortRun } from './runs.ts';
import { onOneLine, shortened, table } from './table.ts';
import { beijing, counted } from './times.ts';

/** What opening a campaign came to. */
export function openedInWords({ campaign, duplicate }: CampaignStored): string {
  return [
    ...(duplicate ? ['The same was sent before under this key; nothing was stored again.'] : []),
    `Campaign ${campaign.campaignId} is open in ${campaign.regions.join(', ')}${untilInWords(campaign)}.`,
  ].join('\n');
}

/** What an event of a campaign came to. */
export function campaignNowInWords({ event, campaign, duplicate }: CampaignStored): string {
  return [
    ...(duplicate ? ['The same was sent before under this key; nothing was stored again.'] : []),
    `${campaign.campaignId}: ${event.type}, ${beijing(event.occurredAt)} Beijing time.`,
    `Now ${campaign.state} in ${campaign.regions.join(', ')}${untilInWords(campaign)}.`,
  ].join('\n');
}

/** Campaigns in a table, with where their mines stand. */
export function campaignTable(campaigns: readonly CampaignWithCases[]): string {
  if (campaigns.length === 0)
    return 'There is no such campaign yet. `rectify campaign open --help` says how to open one.';
  return table(
    ['Campaign', 'Name', 'State', 'Regions', 'Opened', 'Aimed at', 'Requested', 'Shut', 'Ended'],
    campaigns.map(({ campaignId, name, state, regions, openedAt, cases }) => [
      campaignId,
      shortened(name, 30),
      state,
      regions.join(','),
      beijing(openedAt, 'day'),
      String(cases.targeted),
      String(cases.requested),
      String(cases.closed + cases.inspected + cases.licensed),
      String(cases.reopened + cases.withdrawn + cases.quashed + cases.decommissioned),
    ]),
    { right: [5, 6, 7, 8] },
  );
}

/** One campaign: what it is, where its mines stand, and its runs. */
export function campaignInWords(campaign: CampaignWithCases): string {
  const { campaignId, name, state, regions, trigger, triggeredOn, authority, legalBasis, closed, cases, runs } =
    campaign;
  const standing = Object.entries(cases).filter(([where, mines]) => where !== 'targeted' && mines > 0);
  return [
    `${campaignId}: ${onOneLine(name)}, ${state}, opened ${beijing(campaign.openedAt)} by ${campaign.openedBy.role}.`,
    `In ${regions.join(', ')}${untilInWords(campaign)}; trigger ${trigger}, ${triggeredOn ?? 'date not stated'}.`,
    `Authority: ${onOneLine(authority)}. Legal basis: ${onOneLine(legalBasis)}.`,
    ...campaign.extensions.map(({ at, reason }) => `Extended ${beijing(at)}: ${onOneLine(reason)}`),
    ...(closed ? [`Closed ${beijing(closed.at)}: ${onOneLine(closed.reason)}`] : []),
    '',
    `Runs were aimed at ${counted(cases.targeted, 'mine')}.${
      standing.length === 0 ? '' : ` ${standing.map(([where, mines]) => `${where} ${mines}`).join(', ')}.`
    }`,
    ...(runs.length === 0 ? [] : ['', ...runs.map(shortRun)]),
  ].join('\n');
}

function untilInWords({ until }: Pick<CampaignAnswer, 'until'>): string {
  return until === null ? '' : ` until ${until}`;
}
