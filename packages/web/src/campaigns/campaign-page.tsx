import type { CampaignInFull } from '@rectify/projections/answers';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../api/campaigns.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { Failure, Loading } from '../design/states.tsx';
import { useWords } from '../language/use-words.ts';
import { hourOf } from '../papers/daily/reported.ts';
import { useSession } from '../session/session.ts';
import { ParentLink, YouAreHere } from '../shell/you-are-here.tsx';
import { actTypesOf } from './act/act-search.ts';
import classes from './campaigns.module.css';
import { BurnDown } from './follow/burn-down-figure.tsx';
import { Standing, StandingThen } from './follow/standing.tsx';
import { Stragglers } from './follow/stragglers.tsx';
import { CloseCampaign, ExtendCampaign } from './forms/change-campaign.tsx';
import { Part } from './part.tsx';
import { Requests } from './requests.tsx';
import { Runs } from './runs.tsx';
import { useCampaignWords } from './use-campaign-words.ts';

/** One campaign: what it is, where its mines stand, what waits for a second person, and what was done to many at once. */
export function CampaignPage() {
  const { campaignId } = useParams({ from: '/campaigns/$campaignId' });
  const campaign = useCampaign(campaignId);
  if (campaign.isPending) return <Loading lines={12} />;
  if (campaign.isError) return <Failure error={campaign.error} onRetry={() => void campaign.refetch()} />;
  return <Campaign campaign={campaign.data} />;
}

function Campaign({ campaign }: { readonly campaign: CampaignInFull }) {
  const { t } = useTranslation();
  const { campaignId, name, state } = campaign;
  const role = useSession()?.role;
  const past = useAsOf().kind === 'past';
  const acts = state === 'open' && actTypesOf(role).length > 0;
  return (
    <div className={classes.page}>
      <title>{`${name} · ${t('common.product')}`}</title>
      <header className={classes.summary}>
        <YouAreHere>
          <ParentLink to="/campaigns">{t('campaigns.title')}</ParentLink>
          {t(`campaigns.state.${state}`)}
        </YouAreHere>
        <h1>{name}</h1>
        <Summary campaign={campaign} />
        <div className={classes.buttons}>
          {acts ? (
            <Link
              to="/campaigns/$campaignId/act"
              params={{ campaignId }}
              search={{ status: 'operating,reopened', region: campaign.regions.join(','), asOf: 'today' }}
              className={classes.act}
            >
              {t('campaigns.act.open')}
            </Link>
          ) : null}
          {acts && role === 'supervisor' ? (
            <>
              <ExtendCampaign campaign={campaign} />
              <CloseCampaign campaign={campaign} />
            </>
          ) : null}
          <Link
            to="/campaigns/$campaignId/report"
            params={{ campaignId }}
            {...(!past && { search: { asOf: hourOf(new Date()) } })}
          >
            {t('follow.report')}
          </Link>
        </div>
      </header>
      <Requests campaignId={campaignId} />
      <div className={classes.follow}>
        <div className={classes.part}>
          <BurnDown campaign={campaign} />
        </div>
        <div className={classes.beside}>
          {past ? <StandingThen campaignId={campaignId} /> : <Standing {...campaign} />}
        </div>
      </div>
      <div className={classes.follow}>
        <Part title={t('follow.stragglers.title')}>
          <Stragglers campaignId={campaignId} />
        </Part>
        <Part title={t('campaigns.runs.title')}>
          <Runs campaign={campaign} />
        </Part>
      </div>
    </div>
  );
}

function Summary({ campaign }: { readonly campaign: CampaignInFull }) {
  const { t } = useTranslation();
  const words = useCampaignWords();
  const { stated } = useWords();
  const { openedAt, authority, legalBasis, regions, until, closed, extensions } = campaign;
  const sentences = [
    t('campaigns.summary.since', {
      day: words.dayOf(openedAt),
      authority: stated(authority),
      regions: words.regions(regions),
    }),
    until === null ? t('campaigns.summary.openEnded') : t('campaigns.summary.until', { day: words.day(until) }),
  ];
  return (
    <>
      <p className={classes.sentence}>{sentences.join(t('common.list.sentences'))}</p>
      <p className="quiet">{t('campaigns.summary.basis', { basis: stated(legalBasis) })}</p>
      {extensions.map(({ at, reason }) => (
        <p key={at} className="quiet">
          {t('campaigns.summary.extended', { day: words.dayOf(at), reason })}
        </p>
      ))}
      {closed ? <p>{t('campaigns.summary.closed', { day: words.dayOf(closed.at), reason: closed.reason })}</p> : null}
    </>
  );
}
