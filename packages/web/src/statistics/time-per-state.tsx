import { operationState } from '@rectify/engine/rectification';
import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../api/answers.ts';
import { Sideways } from '../design/sideways.tsx';
import { useWords } from '../language/use-words.ts';
import { Bar } from './bar-table.tsx';
import { Counted } from './counted.tsx';
import classes from './statistics.module.css';
import { useByWhen } from './use-by-when.ts';
import { useDaysBeneath } from './use-days-beneath.ts';

/** How long closures stay in each state, those that are in it now counted for as long as they have been. */
export function TimePerState({
  answer: { perState, explain, method },
}: {
  readonly answer: Pick<StatisticsAnswer, 'perState' | 'explain' | 'method'>;
}) {
  const { t } = useTranslation();
  const { state } = useWords();
  const byWhen = useByWhen();
  const lines = operationState.options.flatMap((name) => {
    const figures = perState[name];
    return figures ? [{ name, ...figures }] : [];
  });
  const inAll = useDaysBeneath(lines.map(({ total }) => total.days));
  const longest = Math.max(1, ...lines.map(({ median }) => median.value ?? 0));
  if (lines.length === 0) return <p>{t('statistics.none')}</p>;
  return (
    <>
      <Sideways label={t('statistics.perState.table')}>
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
                {t('statistics.perState.total')}
              </th>
              <th scope="col" className="numeric">
                {t('statistics.perState.half')}
              </th>
              <td aria-hidden="true" />
              <th scope="col" className="numeric">
                {t('statistics.perState.nineOfTen')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, closures, now, total, median, ninetiethPercentile }) => (
              <tr key={name}>
                <th scope="row">{state('operation', name)}</th>
                <td className="numeric">
                  <Counted count={closures} query={explain?.beenInState[name]} />
                </td>
                <td className="numeric">
                  <Counted count={now} query={explain?.inStateNow[name]} />
                </td>
                <td className="numeric">{inAll(total.days)}</td>
                <td className="numeric">{byWhen(median)}</td>
                <td aria-hidden="true">
                  <Bar share={(median.value ?? 0) / longest} />
                </td>
                <td className="numeric">{byWhen(ninetiethPercentile)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <p className="quiet">
        {t('statistics.perState.method')}
        {method.resolution === 'day' ? t('common.list.sentences') + t('statistics.resolution') : null}
      </p>
    </>
  );
}
