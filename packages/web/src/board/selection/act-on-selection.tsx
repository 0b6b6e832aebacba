import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenCampaigns } from '../../api/campaigns.ts';
import { type ActType, MOST_CHOSEN } from '../../campaigns/act/act-search.ts';
import { useWords } from '../../language/use-words.ts';
import type { BoardSearch } from '../board-search.ts';
import type { Selected } from './selected.ts';
import classes from './selection.module.css';

/** What to do to the selected mines, and in which campaign: whatever is done to many mines at once is done in one. */
export function ActOnSelection({
  types,
  selected,
  search,
}: {
  /** What there is to choose from. */
  readonly types: readonly [ActType, ...ActType[]];
  readonly selected: Selected;
  readonly search: BoardSearch;
}) {
  const { t } = useTranslation();
  const { verb } = useWords();
  const campaigns = useOpenCampaigns();
  const [type, setType] = useState<ActType>(types[0]);
  const [chosen, setChosen] = useState<string | null>(null);
  if (campaigns.data === undefined) return null;
  const { items } = campaigns.data;
  const campaignId = items.find((campaign) => campaign.campaignId === chosen)?.campaignId ?? items[0]?.campaignId;
  if (campaignId === undefined) {
    return (
      <p className="quiet">
        {t('board.select.noCampaign')} <Link to="/campaigns">{t('board.select.toCampaigns')}</Link>
      </p>
    );
  }
  if (selected.kind === 'some' && selected.mineIds.length > MOST_CHOSEN)
    return <p className="quiet">{t('board.select.tooMany', { count: MOST_CHOSEN })}</p>;
  const { sort: _, columns: __, ...filters } = search;
  return (
    <>
      <select
        aria-label={t('board.select.what')}
        value={type}
        onChange={({ target }) => setType(types.find((one) => one === target.value) ?? type)}
      >
        {types.map((one) => (
          <option key={one} value={one}>
            {verb(one)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('board.select.campaign')}
        value={campaignId}
        onChange={({ target }) => setChosen(target.value)}
      >
        {items.map((campaign) => (
          <option key={campaign.campaignId} value={campaign.campaignId}>
            {t('board.select.inCampaign', { name: campaign.name })}
          </option>
        ))}
      </select>
      <Link
        to="/campaigns/$campaignId/act"
        params={{ campaignId }}
        search={selected.kind === 'all' ? { ...filters, type } : { type, mineId: selected.mineIds.join(',') }}
        className={classes.act}
      >
        {t('board.select.preview')}
      </Link>
    </>
  );
}
