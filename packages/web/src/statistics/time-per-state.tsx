import { operationState } from '@rectify/engine/rectification';
import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../api/answers.ts';
import { useLanguage, useWords } from '../language/use-words.ts';
import { Bar } from './bar-table.tsx';
import classes from './statistics.module.css';

/** How long closures stayed in each state; the mean is of those that left it, and says so. */
export function TimePerState({ perState }: Pick<StatisticsAnswer, 'perState'>) {
  const { t } = useTranslation();
  const { state } = useWords();
  const decimal = new Intl.NumberFormat(useLanguage(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const lines = operationState.options.flatMap((name) => {
    const figures = perState[name];
    return figures ? [{ name, ...figures }] : [];
  });
  const longest = Math.max(1, ...lines.map(({ mean }) => mean?.milliseconds ?? 0));
  if (lines.length === 0) return <p>{t('statistics.none')}</p>;
  return (
    <>
      <table className={`${classes.bars} ${classes.states}`}>
        <caption className="visually-hidden">{t('statistics.perState.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('statistics.perState.state')}</th>
            <th scope="col" className="numeric">
              {t('statistics.perState.closures')}
            </th>
            <th scope="col" className="numeric">
              {t('statistics.perState.now')}
            </th>
            <th scope="col" className="numeric">
              {t('statistics.perState.mean')}
            </th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, closures, now, mean }) => (
            <tr key={name}>
              <th scope="row">{state('operation', name)}</th>
              <td className="numeric">{closures}</td>
              <td className="numeric">{now}</td>
              <td className="numeric">{mean ? decimal.format(mean.days) : t('common.nothing')}</td>
              <td aria-hidden="true">
                <Bar share={(mean?.milliseconds ?? 0) / longest} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t('statistics.perState.method')}</p>
    </>
  );
}
