import type { ChartValue } from '@rectify/engine/rectification';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartDrawing } from './chart-drawing.tsx';
import { ChartList } from './chart-list.tsx';
import type { ChartStep } from './chart-step.ts';
import { narrowLayout } from './narrow-layout.ts';
import type { StateChoice } from './state-choice.ts';
import classes from './statechart.module.css';
import { useChartWords } from './use-chart-words.ts';
import { wideLayout } from './wide-layout.ts';

/**
 * The machine of a mine: where it stands in each region, and the way it came, as a drawing and as a list that says the same.
 * `history` holds the steps up to `value`, in the order they happened. With a `choice` the states that it is not in can be asked why.
 */
export function Statechart({
  value,
  history,
  choice,
  children,
}: {
  readonly value: ChartValue;
  readonly history: readonly ChartStep[];
  readonly choice?: StateChoice | undefined;
  /** What stands beneath the drawing. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { state, region } = useChartWords();
  const stands = (['operation', 'appeal', 'power'] as const).map(
    (name) => `${region(name)}: ${state(name, value[name])}`,
  );
  const label = t('chart.label', { states: stands.join('; ') });
  const drawn = { value, history, label, choice };
  return (
    <figure className={classes.chart}>
      <div {...(choice ? {} : { role: 'img', 'aria-label': label })}>
        <ChartDrawing className={classes.wide} layout={wideLayout} {...drawn} />
        <ChartDrawing className={classes.narrow} layout={narrowLayout} {...drawn} />
      </div>
      <figcaption className={classes.caption}>
        {t('chart.dates')}
        {choice ? <span id={choice.explained}>{t('common.nextSentence', { sentence: t('chart.press') })}</span> : null}
      </figcaption>
      {children}
      <ChartList value={value} history={history} choice={choice} />
    </figure>
  );
}
