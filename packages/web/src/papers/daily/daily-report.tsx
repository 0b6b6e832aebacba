import type { CampaignInFull } from '@rectify/projections/answers';
import { useTranslation } from 'react-i18next';
import type { DailyAnswers } from '../../api/daily-report.ts';
import { useAsOf } from '../../as-of/use-as-of.ts';
import { useCampaignWords } from '../../campaigns/use-campaign-words.ts';
import { useSpeech } from '../../case/speech.ts';
import { Facts, Signatures } from '../paper-parts.tsx';
import papers from '../papers.module.css';
import { Became } from './became.tsx';
import { RegionTable } from './region-table.tsx';
import { becameOf, countsOf, regionsIn, reportNumber } from './reported.ts';
import { StragglerTable } from './straggler-table.tsx';
import { TotalsTable } from './totals-table.tsx';

/** The report on paper: how the campaign stands, what changed since the day before, region by region, and where nothing happens. */
export function DailyReport({
  campaign,
  answers,
}: {
  readonly campaign: CampaignInFull;
  readonly answers: DailyAnswers;
}) {
  const { t } = useTranslation();
  const { demonstration } = useAsOf();
  const { now, before, overdue, overdueBefore, changes, quiet } = answers;
  const speech = useSpeech(now.asOf);
  const words = useCampaignWords();
  const counts = countsOf(now, overdue.total);
  const asOf = speech.time(now.asOf);
  return (
    <article className={papers.paper}>
      {demonstration ? <p className={papers.mark}>{t('common.demonstration.print')}</p> : null}
      <header className={papers.head}>
        <h1>{t('daily.title')}</h1>
        <p>{campaign.name}</p>
        <p>{t('papers.number', { number: reportNumber(campaign.campaignId, now.asOf) })}</p>
      </header>
      <Facts
        facts={[
          [t('daily.asOf'), `${asOf} · ${t('common.clock')}`],
          [t('daily.authority'), speech.words.stated(campaign.authority)],
          [t('daily.regions'), words.regions(campaign.regions)],
          [t('daily.opened'), words.dayOf(campaign.openedAt)],
        ]}
      />
      <p className={papers.sentence}>
        {counts.total === 0
          ? t('daily.nothing')
          : counts.shut === 0
            ? t('daily.over', { count: counts.total })
            : [t('daily.sentence', counts), t('daily.overdue', { count: counts.overdue })].join(
                t('common.list.sentences'),
              )}
      </p>
      <TotalsTable
        now={counts}
        nowAsOf={now.asOf}
        before={countsOf(before, overdueBefore.total)}
        beforeAsOf={before.asOf}
      />
      <Became became={becameOf(changes)} more={changes.next !== undefined} since={speech.time(before.asOf)} />
      <RegionTable regions={regionsIn(answers)} />
      <StragglerTable mines={quiet} />
      <Signatures who={[t('daily.sign.drawnUp'), t('daily.sign.checked')]} />
      <footer className={papers.foot}>
        <p>{t('daily.method')}</p>
        <p>
          {t('daily.made', { asOf, knownAt: speech.time(now.knownAt), position: now.position ?? t('common.nothing') })}
        </p>
      </footer>
    </article>
  );
}
