import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../api/answers.ts';
import classes from './statistics.module.css';
import { useByWhen } from './use-by-when.ts';

/** By when closures are over: those still shut count for as long as they have been, and limits say how sure it is. */
export function HowLong({ answer: { survival, small } }: { readonly answer: StatisticsAnswer }) {
  const { t } = useTranslation();
  const byWhen = useByWhen();
  const { n, events, censored, quartiles } = survival;
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
        ].join(t('statistics.join'))}{' '}
        <span className="quiet">{t('statistics.duration.method')}</span>
      </p>
    </>
  );
}
