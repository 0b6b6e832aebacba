import type { CampaignInFull } from '@rectify/projections/answers';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../api/campaigns.ts';
import { useDailyAnswers } from '../../api/daily-report.ts';
import { Button } from '../../design/button.tsx';
import { Failure, Loading } from '../../design/states.tsx';
import { ParentLink, YouAreHere } from '../../shell/you-are-here.tsx';
import classes from '../papers.module.css';
import { DailyReport } from './daily-report.tsx';

/** The report of a day of a campaign, made from what is recorded, as of the time that the page looks at. */
export function DailyReportPage() {
  const { campaignId } = useParams({ from: '/campaigns/$campaignId/report' });
  const campaign = useCampaign(campaignId);
  if (campaign.isPending) return <Loading lines={12} />;
  if (campaign.isError) return <Failure error={campaign.error} onRetry={() => void campaign.refetch()} />;
  return <Page campaign={campaign.data} />;
}

function Page({ campaign }: { readonly campaign: CampaignInFull }) {
  const { t } = useTranslation();
  const { campaignId, name } = campaign;
  const answers = useDailyAnswers(campaignId);
  return (
    <div className={classes.page}>
      <title>{`${t('daily.title')} · ${name} · ${t('common.product')}`}</title>
      <YouAreHere className="on-screen-only">
        <ParentLink to="/campaigns/$campaignId" params={{ campaignId }}>
          {name}
        </ParentLink>
        {t('daily.title')}
      </YouAreHere>
      {answers.isPending ? (
        <Loading lines={12} />
      ) : answers.isError ? (
        <Failure error={answers.error} onRetry={() => void answers.refetch()} />
      ) : (
        <>
          <div className={classes.buttons}>
            <Button kind="primary" onClick={() => print()}>
              {t('papers.print')}
            </Button>
          </div>
          <DailyReport campaign={campaign} answers={answers.data} />
        </>
      )}
    </div>
  );
}
