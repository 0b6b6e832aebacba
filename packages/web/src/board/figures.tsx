import { useTranslation } from 'react-i18next';
import { useStatistics } from '../api/queries.ts';
import { useLanguage } from '../language/use-words.ts';
import classes from './board.module.css';

/** How many are shut and in which way, and how long closures lasted of those that ended: never without the rest. */
export function Figures({ region, q }: { readonly region: string | undefined; readonly q: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useStatistics({ region, q });
  if (!data) return <p className={classes.figures}>&nbsp;</p>;
  if (data.mines === 0) return null;
  const { byStatus, endedOnly } = data;
  const of = (status: keyof typeof byStatus) => byStatus[status] ?? 0;
  const shut = of('closed') + of('inspected') + of('licensed');
  const running = of('operating') + of('reopened');
  const gone = of('decommissioned');
  const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const parts = (['closed', 'inspected', 'licensed'] as const)
    .filter((status) => of(status) > 0)
    .map((status) => t(`board.part.${status}`, { count: of(status) }));
  const { mean, median } = endedOnly;
  return (
    <div className={classes.figures}>
      <p>
        <strong>
          {shut > 0 ? t('board.shut', { shut, parts: parts.join(t('common.list.join')) }) : t('board.shutNone')}
        </strong>
        <span className={classes.rest}>
          {[t('board.running', { count: running }), ...(gone > 0 ? [t('board.gone', { count: gone })] : [])].join(
            t('common.list.join'),
          )}
        </span>
      </p>
      <p className="quiet">
        {mean && median
          ? t('board.ended', {
              mean: t('board.meanDays', { days: decimal.format(mean.days) }),
              median: decimal.format(median.days),
              ended: endedOnly.count,
              ongoing: endedOnly.notCounted,
            })
          : t('board.endedNone', { ongoing: endedOnly.notCounted })}
      </p>
    </div>
  );
}
