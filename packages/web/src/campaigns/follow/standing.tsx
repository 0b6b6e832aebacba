import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatistics } from '../../api/queries.ts';
import { Failure, Loading } from '../../design/states.tsx';
import { BarTable } from '../../statistics/bar-table.tsx';
import classes from '../campaigns.module.css';
import { Part } from '../part.tsx';
import { type Standing as StandingOfOne, standings, stillShut } from '../standing.ts';
import { useCampaignWords } from '../use-campaign-words.ts';
import { RegionsTable } from './regions-table.tsx';
import { type StandingOfMines, standingThen } from './standing-then.ts';

/** Where mines stand that are shut: the board lists them. */
const shutStandings: ReadonlySet<StandingOfOne> = new Set(['closed', 'inspected', 'licensed']);

/** Where the mines of a campaign stand, in all and region by region. */
export function Standing({
  campaignId,
  cases,
  byRegion,
  children,
}: StandingOfMines & {
  readonly campaignId: string;
  /** What is to be known of the figures. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Part title={t('campaigns.cases.title')}>
        <Cases campaignId={campaignId} cases={cases} />
      </Part>
      <Part title={t('follow.regions.title')}>
        <RegionsTable campaignId={campaignId} cases={cases} byRegion={byRegion} />
        {children}
      </Part>
    </>
  );
}

/** Where they stood on the day that the page looks back at. */
export function StandingThen({ campaignId }: { readonly campaignId: string }) {
  const { t } = useTranslation();
  const statistics = useStatistics({ campaign: campaignId, groupBy: 'region' });
  if (statistics.isPending) return <Loading lines={8} />;
  if (statistics.isError) return <Failure error={statistics.error} onRetry={() => void statistics.refetch()} />;
  return (
    <Standing campaignId={campaignId} {...standingThen(statistics.data)}>
      <p className="quiet">{t('follow.thatDay')}</p>
    </Standing>
  );
}

function Cases({ campaignId, cases }: Pick<StandingOfMines, 'cases'> & { readonly campaignId: string }) {
  const { t } = useTranslation();
  const words = useCampaignWords();
  const there = standings.filter((standing) => cases[standing] > 0);
  if (there.length === 0) return <p className="quiet">{t('campaigns.cases.none')}</p>;
  const shut = stillShut(cases);
  const lines = there.map((standing) => ({
    key: standing,
    name: words.standing(standing),
    count: cases[standing],
    query: shutStandings.has(standing)
      ? `/v1/mines?${new URLSearchParams({ campaign: campaignId, status: standing })}`
      : null,
  }));
  return (
    <>
      <p>{shut === 0 ? t('campaigns.cases.noneShut') : t('campaigns.cases.stillShut', { count: shut })}</p>
      <BarTable
        caption={t('campaigns.cases.caption')}
        columns={[t('campaigns.cases.stands'), t('campaigns.cases.column')]}
        lines={lines}
      />
      <p className={classes.links}>
        <Link to="/closures" search={{ campaign: campaignId }}>
          {t('campaigns.cases.closures')}
        </Link>
      </p>
    </>
  );
}
