import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatistics } from '../api/queries.ts';
import { useLanguage } from '../language/use-words.ts';
import classes from './board.module.css';

/** How many are shut and in which way, and by when half of the closures are over, those still shut among them. */
export const Figures = memo(function Figures({
  region,
  q,
}: {
  readonly region: string | undefined;
  readonly q: string | undefined;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useStatistics({ region, q });
  // Nothing moves below whoever types in the search, when none fits any longer.
  if (!data || (data.mines === 0 && q)) return <p className={classes.figures}>&nbsp;</p>;
  if (data.mines === 0) return null;
  const { byStatus, ongoing, ended, survival } = data;
  const of = (status: keyof typeof byStatus) => byStatus[status] ?? 0;
  const shut = of('closed') + of('inspected') + of('licensed');
  const running = of('operating') + of('reopened');
  const gone = of('decommissioned');
  const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const parts = (['closed', 'inspected', 'licensed'] as const)
    .filter((status) => of(status) > 0)
    .map((status) => t(`board.part.${status}`, { count: of(status) }));
  const { value: median } = survival.quartiles.median;
  return (
    <div className={classes.figures}>
      <p>
        <strong>
          {shut > 0 ? t('board.shut', { shut, parts: parts.join(t('domain.list.join')) }) : t('board.shutNone')}
        </strong>
        <span className={classes.rest}>
          {[t('board.running', { count: running }), ...(gone > 0 ? [t('board.gone', { count: gone })] : [])].join(
            t('domain.list.join'),
          )}
        </span>
      </p>
      <p className="quiet">
        {ended === 0
          ? t('board.endedNone', { ongoing })
          : median === null
            ? t('board.notHalf', { ended, ongoing })
            : t('board.half', { median: decimal.format(median), ended, ongoing })}
      </p>
    </div>
  );
});
