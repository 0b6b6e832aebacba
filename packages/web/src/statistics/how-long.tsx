import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../api/answers.ts';
import { CiteButton } from '../citation/cite-button.tsx';
import classes from './statistics.module.css';
import { type StatisticsSearch, statisticsQueryOf } from './statistics-search.ts';
import { useByWhen } from './use-by-when.ts';

/** By when closures are over: those still shut count for as long as they have been, and limits say how sure it is. */
export function HowLong({
  answer: { survival, small, method },
  search,
}: {
  readonly answer: StatisticsAnswer;
  readonly search: StatisticsSearch;
}) {
  const { t } = useTranslation();
  const byWhen = useByWhen();
  const { n, events, censored, quartiles } = survival;
  const { groupBy: _, ...filters } = statisticsQueryOf(search);
  if (n === 0) return <p>{t('statistics.none')}</p>;
  return (
    <>
      <p className={classes.sentence}>
        {quartiles.median.value === null
          ? t('statistics.duration.notHalf')
          : t('statistics.duration.half', { when: byWhen(quartiles.median) })}
      </p>
      <p>
        {[
          ...(quartiles.first.value === null
            ? []
            : [t('statistics.duration.quarter', { when: byWhen(quartiles.first) })]),
          ...(quartiles.third.value === null
            ? []
            : [t('statistics.duration.threeQuarters', { when: byWhen(quartiles.third) })]),
          t('statistics.duration.counted', { ended: events, ongoing: censored }),
          ...(small ? [t('statistics.duration.small')] : []),
        ].join(t('common.list.sentences'))}
        {t('common.list.sentences')}
        <span className="quiet">
          {t('statistics.duration.method')}
          {method.resolution === 'day' ? t('common.list.sentences') + t('statistics.resolution') : null}
        </span>
      </p>
      <p className="on-screen-only">
        <Link to="/studio/closures" search={search}>
          {t('statistics.duration.curves')}
        </Link>
      </p>
      {quartiles.median.value === null ? null : (
        <div className="on-screen-only">
          <CiteButton path="/v1/closures/statistics" query={filters} figure="/survival/quartiles/median/value" />
        </div>
      )}
    </>
  );
}
