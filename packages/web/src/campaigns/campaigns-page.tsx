import type { CampaignWithCases } from '@rectify/projections/answers';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCampaigns } from '../api/campaigns.ts';
import { Button } from '../design/button.tsx';
import { Empty, Failure, Loading } from '../design/states.tsx';
import { useSession } from '../session/session.ts';
import classes from './campaigns.module.css';
import { CasesBar } from './cases-bar.tsx';
import { OpenCampaign } from './forms/open-campaign.tsx';
import { OfToday } from './of-today.tsx';
import { useCampaignWords } from './use-campaign-words.ts';

/** Every campaign, the latest first, with where its mines stand. */
export function CampaignsPage() {
  const { t } = useTranslation();
  const campaigns = useCampaigns();
  const supervisor = useSession()?.role === 'supervisor';
  const items = campaigns.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={classes.page}>
      <title>{`${t('campaigns.title')} · ${t('common.product')}`}</title>
      <div className={classes.head}>
        <h1>{t('campaigns.title')}</h1>
        {supervisor ? <OpenCampaign /> : null}
      </div>
      <OfToday />
      {campaigns.isPending ? (
        <Loading lines={6} />
      ) : campaigns.isError ? (
        <Failure error={campaigns.error} onRetry={() => void campaigns.refetch()} />
      ) : items.length === 0 ? (
        <Empty title={t('campaigns.empty')}>
          <p>{t('campaigns.emptyDetail')}</p>
        </Empty>
      ) : (
        <ul className={classes.list}>
          {items.map((campaign) => (
            <Line key={campaign.campaignId} campaign={campaign} />
          ))}
        </ul>
      )}
      {campaigns.hasNextPage ? (
        <Button disabled={campaigns.isFetchingNextPage} onClick={() => void campaigns.fetchNextPage()}>
          {t('campaigns.more')}
        </Button>
      ) : null}
    </div>
  );
}

function Line({ campaign }: { readonly campaign: CampaignWithCases }) {
  const { t } = useTranslation();
  const words = useCampaignWords();
  const { campaignId, name, state, regions, openedAt, until, cases } = campaign;
  return (
    <li className={classes.line}>
      <div className={classes.what}>
        <Link to="/campaigns/$campaignId" params={{ campaignId }} className={classes.name}>
          {name}
        </Link>
        <p className="quiet">
          {[
            t(`campaigns.state.${state}`),
            words.regions(regions),
            until === null
              ? t('campaigns.openEnded', { from: words.dayOf(openedAt) })
              : t('campaigns.span', { from: words.dayOf(openedAt), until: words.day(until) }),
          ].join(' · ')}
        </p>
      </div>
      <CasesBar cases={cases} />
    </li>
  );
}
