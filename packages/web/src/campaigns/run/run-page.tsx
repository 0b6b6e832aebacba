import type { RunAnswer, RunReport } from '@rectify/projections/answers';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { allCasesOf, isUnderWay, useRun } from '../../api/campaigns.ts';
import { Button } from '../../design/button.tsx';
import { saveFile } from '../../design/save-file.ts';
import { Failure, Loading } from '../../design/states.tsx';
import { useWords } from '../../language/use-words.ts';
import { firstPage } from '../../paging/paged.ts';
import { PAGE_SIZE, Pager } from '../../paging/pager.tsx';
import { ParentLink, YouAreHere } from '../../shell/you-are-here.tsx';
import many from '../act/many.module.css';
import { useCampaignName } from '../campaign-names.tsx';
import classes from '../campaigns.module.css';
import { MineNamed } from '../mine-named.tsx';
import { RunTitle } from '../runs.tsx';
import { casesAsCsv } from './cases-as-csv.ts';
import { type RunSearch, runOutcomes } from './run-search.ts';

/** How far a run has come, and what became of each of its cases. */
export function RunPage() {
  const { campaignId, runId } = useParams({ from: '/campaigns/$campaignId/runs/$runId' });
  const search = useSearch({ from: '/campaigns/$campaignId/runs/$runId' });
  const navigate = useNavigate({ from: '/campaigns/$campaignId/runs/$runId' });
  const { outcome, cursor } = search;
  const report = useRun(campaignId, runId, { outcome, cursor, limit: PAGE_SIZE });
  const go = (next: RunSearch) => void navigate({ search: (now) => ({ ...now, ...next }) });
  if (report.isPending) return <Loading lines={12} />;
  if (report.isError) return <Failure error={report.error} onRetry={() => void report.refetch()} />;
  const { run, total, next } = report.data;
  return (
    <div className={classes.page}>
      <Head run={run} />
      <Outcomes run={run} search={search} onGo={go} />
      <div aria-busy={report.isPlaceholderData}>
        <Cases report={report.data} />
      </div>
      <Pager list="runs" search={search} total={total} next={next} onGo={go} />
      <Download run={run} />
    </div>
  );
}

function Head({ run }: { readonly run: RunAnswer }) {
  const { t } = useTranslation();
  const campaignOf = useCampaignName();
  const { campaignId, count, outcomes } = run;
  const done = count - outcomes.waiting;
  return (
    <header className={classes.summary}>
      <title>{`${t('campaigns.run.title')} · ${t('common.product')}`}</title>
      <YouAreHere>
        <ParentLink to="/campaigns">{t('campaigns.title')}</ParentLink>
        <ParentLink to="/campaigns/$campaignId" params={{ campaignId }}>
          {campaignOf(campaignId)}
        </ParentLink>
      </YouAreHere>
      <h1>
        <RunTitle run={run} />
      </h1>
      <p role="status">{isUnderWay(run) ? t('campaigns.runs.underWay', { done, count }) : t('campaigns.runs.done')}</p>
      {isUnderWay(run) ? (
        <>
          <progress value={done} max={count} aria-label={t('campaigns.run.progress')} className={many.progress} />
          <p className="quiet">{t('campaigns.run.closesItself')}</p>
        </>
      ) : null}
    </header>
  );
}

function Outcomes({
  run: { count, outcomes },
  search,
  onGo,
}: {
  readonly run: RunAnswer;
  readonly search: RunSearch;
  readonly onGo: (search: RunSearch) => void;
}) {
  const { t } = useTranslation();
  const there = runOutcomes.filter((outcome) => outcomes[outcome] > 0 || outcome === search.outcome);
  const choose = (outcome: RunSearch['outcome']) => onGo(firstPage({ ...search, outcome }));
  return (
    <div className={many.outcomes}>
      <Button kind="quiet" aria-pressed={search.outcome === undefined} onClick={() => choose(undefined)}>
        {t('campaigns.run.all', { count })}
      </Button>
      {there.map((outcome) => (
        <Button key={outcome} kind="quiet" aria-pressed={search.outcome === outcome} onClick={() => choose(outcome)}>
          {t('common.counted', { what: t(`campaigns.run.outcome.${outcome}`), count: outcomes[outcome] })}
        </Button>
      ))}
    </div>
  );
}

function Cases({ report: { items } }: { readonly report: RunReport }) {
  const { t } = useTranslation();
  const words = useWords();
  if (items.length === 0) return <p className="quiet">{t('campaigns.run.empty')}</p>;
  return (
    <ul className={many.cases}>
      {items.map(({ mineId, name, outcome, reasons = [] }) => (
        <li key={mineId}>
          <MineNamed mineId={mineId} name={name} />
          <span>{t(`campaigns.run.outcome.${outcome}`)}</span>
          <span>{reasons.map((reason) => words.reason(reason)).join(' ')}</span>
        </li>
      ))}
    </ul>
  );
}

function Download({ run }: { readonly run: RunAnswer }) {
  const { t } = useTranslation();
  const words = useWords();
  const { campaignId, runId } = run;
  const saving = useMutation({
    mutationFn: async () => {
      const cases = await allCasesOf(campaignId, runId);
      const rows = cases.map(({ mineId, name, outcome, reasons = [] }) => [
        mineId,
        name,
        t(`campaigns.run.outcome.${outcome}`),
        reasons.map((reason) => words.reason(reason)).join(' '),
      ]);
      const head = [
        t('campaigns.run.column.number'),
        t('campaigns.run.column.mine'),
        t('campaigns.run.column.outcome'),
        t('campaigns.run.column.why'),
      ];
      saveFile(new Blob([casesAsCsv([head, ...rows])], { type: 'text/csv' }), `${campaignId}-${runId}.csv`);
    },
  });
  return (
    <div className={classes.buttons}>
      <Button disabled={saving.isPending} onClick={() => saving.mutate()}>
        {saving.isPending ? t('campaigns.run.downloading') : t('campaigns.run.download')}
      </Button>
      {saving.isError ? <Failure error={saving.error} /> : null}
    </div>
  );
}
