import type { CampaignWithCases, RunAnswer } from '@rectify/projections/answers';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isUnderWay } from '../api/campaigns.ts';
import { useWords } from '../language/use-words.ts';
import classes from './campaigns.module.css';
import { useCampaignWords } from './use-campaign-words.ts';

/** What was done to many mines of a campaign at once, the latest first, each with how far it is. */
export function Runs({ campaign: { runs } }: { readonly campaign: CampaignWithCases }) {
  const { t } = useTranslation();
  if (runs.length === 0) return <p className="quiet">{t('campaigns.runs.none')}</p>;
  return (
    <ul className={classes.runs}>
      {runs
        .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
        .map((run) => (
          <Run key={run.runId} run={run} />
        ))}
    </ul>
  );
}

function Run({ run }: { readonly run: RunAnswer }) {
  const { t } = useTranslation();
  const words = useCampaignWords();
  const { role } = useWords();
  const { campaignId, runId, outcomes, count, startedAt, startedBy } = run;
  return (
    <li>
      <Link to="/campaigns/$campaignId/runs/$runId" params={{ campaignId, runId }}>
        <RunTitle run={run} />
      </Link>
      <p className="quiet">
        {t('campaigns.runs.started', { day: words.dayOf(startedAt), who: role(startedBy.role) })}
        {' · '}
        {isUnderWay(run)
          ? t('campaigns.runs.underWay', { done: count - outcomes.waiting, count })
          : t('campaigns.runs.done')}
      </p>
    </li>
  );
}

/** What a run did to how many. */
export function RunTitle({ run: { kind, type, count } }: { readonly run: RunAnswer }) {
  const { t } = useTranslation();
  const { fact } = useWords();
  return kind === 'grant'
    ? t('campaigns.runs.grant', { count })
    : t('campaigns.runs.event', { count, fact: fact(type) });
}
