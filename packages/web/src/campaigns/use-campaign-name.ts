import { useCallback, useMemo } from 'react';
import { useCampaigns } from '../api/campaigns.ts';

/** Says what a campaign is called, as far as it is on the first page of the list; else its id. */
export function useCampaignName(): (campaignId: string) => string {
  const { data } = useCampaigns();
  const names = useMemo(
    () => new Map(data?.pages.flatMap(({ items }) => items.map(({ campaignId, name }) => [campaignId, name]))),
    [data],
  );
  return useCallback((campaignId) => names.get(campaignId) ?? campaignId, [names]);
}
