import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaigns, useNamesOfCampaigns } from '../api/campaigns.ts';

const Names = createContext((campaignId: string) => campaignId);

/**
 * Finds out what campaigns are called, for everything within: nothing is asked before one is spoken of, and one that is not on the first
 * page of the list is asked for by its id.
 */
export function CampaignNames({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [spokenOf, setSpokenOf] = useState<ReadonlySet<string>>(new Set());
  const list = useCampaigns({ enabled: spokenOf.size > 0 });
  const listed = useMemo(
    () => new Map(list.data?.pages.flatMap(({ items }) => items.map(({ campaignId, name }) => [campaignId, name]))),
    [list.data],
  );
  const others = list.isLoading ? [] : [...spokenOf].filter((campaignId) => !listed.has(campaignId));
  const asked = useNamesOfCampaigns(others);
  const coming = list.isLoading || asked.isLoading || asked.isPlaceholderData;

  const nameOf = useCallback(
    (campaignId: string) => {
      const name = listed.get(campaignId) ?? asked.data?.get(campaignId);
      if (name !== undefined) return name;
      if (spokenOf.has(campaignId)) return coming ? t('common.state.nameComing') : campaignId;
      // It is said while something is drawn; what it takes to know it is asked for after that.
      queueMicrotask(() => setSpokenOf((before) => new Set([...before, campaignId])));
      return t('common.state.nameComing');
    },
    [listed, asked.data, spokenOf, coming, t],
  );
  return <Names value={nameOf}>{children}</Names>;
}

/** Says what a campaign is called: its name, dots until that is known, or its id where nobody can tell. */
export function useCampaignName(): (campaignId: string) => string {
  return useContext(Names);
}
