import type { ChartValue } from '@rectify/engine/rectification';
import { useTranslation } from 'react-i18next';
import { ChartDrawing } from './chart-drawing.tsx';
import { ChartList } from './chart-list.tsx';
import type { ChartStep } from './chart-step.ts';
import { narrowLayout } from './narrow-layout.ts';
import classes from './statechart.module.css';
import { useChartWords } from './use-chart-words.ts';
import { wideLayout } from './wide-layout.ts';

/**
 * The machine of a mine: where it stands in each region, and the way it came, as a drawing and as a list that says the same.
 * `history` holds the steps up to `value`, in the order they happened.
 */
export function Statechart({ value, history }: { readonly value: ChartValue; readonly history: readonly ChartStep[] }) {
  const { t } = useTranslation();
  const { state, region } = useChartWords();
  const stands = (['operation', 'appeal', 'power'] as const).map(
    (name) => `${region(name)}: ${state(name, value[name])}`,
  );
  return (
    <figure className={classes.chart}>
      <div role="img" aria-label={t('case.chart.label', { states: stands.join('; ') })}>
        <ChartDrawing className={classes.wide} layout={wideLayout} value={value} history={history} />
        <ChartDrawing className={classes.narrow} layout={narrowLayout} value={value} history={history} />
      </div>
      <figcaption className={classes.caption}>{t('case.chart.dates')}</figcaption>
      <ChartList value={value} history={history} />
    </figure>
  );
}
