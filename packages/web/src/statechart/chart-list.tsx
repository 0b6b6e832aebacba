import type { ChartValue } from '@rectify/engine/rectification';
import { useTranslation } from 'react-i18next';
import { useDates } from '../language/use-words.ts';
import type { ChartStep, Region } from './chart-step.ts';
import { pathTaken } from './path-taken.ts';
import type { ChosenState, StateChoice } from './state-choice.ts';
import classes from './statechart.module.css';
import { useChartWords } from './use-chart-words.ts';
import { wideLayout } from './wide-layout.ts';

/** The same as the drawing, in words: the states entered in each region, and the ways taken. */
export function ChartList({
  value,
  history,
  choice,
}: {
  readonly value: ChartValue;
  readonly history: readonly ChartStep[];
  readonly choice: StateChoice | undefined;
}) {
  const { t } = useTranslation();
  return (
    <details className={classes.list}>
      <summary>{t('chart.asList')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('chart.column.state')}</th>
            <th scope="col">{t('chart.column.times')}</th>
            <th scope="col">{t('chart.column.last')}</th>
          </tr>
        </thead>
        <RegionRows region="operation" value={value} history={history} choice={choice} />
        <RegionRows region="appeal" value={value} history={history} choice={choice} />
        <RegionRows region="power" value={value} history={history} choice={choice} />
      </table>
    </details>
  );
}

function RegionRows<R extends Region>({
  region,
  value,
  history,
  choice,
}: {
  readonly region: R;
  readonly value: ChartValue;
  readonly history: readonly ChartStep[];
  readonly choice: StateChoice | undefined;
}) {
  const { t } = useTranslation();
  const words = useChartWords();
  const dates = useDates();
  const { visits, ways } = pathTaken(history, region);
  const seen = new Set<string>(visits.keys());
  const others = choice ? Object.keys(wideLayout[region].places).filter((state) => !seen.has(state)) : [];
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {words.region(region)}
        </th>
      </tr>
      {[...visits].map(([state, { times, last }]) => (
        <tr key={state} data-current={value[region] === state}>
          <td>
            {words.state(region, state)}
            {value[region] === state ? (
              <strong> · {t('chart.now')}</strong>
            ) : choice ? (
              <Ask at={{ region, state }} choice={choice} />
            ) : null}
          </td>
          <td>{times}</td>
          <td>{last === null ? t('common.nothing') : dates.time(last.at, last.precision)}</td>
        </tr>
      ))}
      {others.map((state) => (
        <tr key={state}>
          <td>
            <span className="quiet">{words.named(region, state)}</span>
            {choice ? <Ask at={{ region, state }} choice={choice} /> : null}
          </td>
          <td>{t('common.nothing')}</td>
          <td>{t('common.nothing')}</td>
        </tr>
      ))}
      {ways.length === 0 ? null : (
        <tr>
          <td colSpan={3} className="quiet">
            {t('chart.ways')}{' '}
            {ways
              .map(({ from, to, times }) =>
                [
                  `${words.state(region, from)} → ${words.state(region, to)}`,
                  ...(times > 1 ? [t('chart.times', { count: times })] : []),
                ].join(' '),
              )
              .join(t('history.semicolon'))}
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Asks why the mine is not in a state. */
function Ask({ at, choice }: { readonly at: ChosenState; readonly choice: StateChoice }) {
  const { t } = useTranslation();
  const words = useChartWords();
  return (
    <button
      type="button"
      className={classes.ask}
      aria-label={t('chart.whyNot', { state: words.inFull(at) })}
      onClick={() => choice.choose(at)}
    >
      {t('chart.whyNotShort')}
    </button>
  );
}
