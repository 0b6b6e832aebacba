import type { ChartValue } from '@rectify/engine/rectification';
import { useTranslation } from 'react-i18next';
import { dayOfInstant } from '../language/dates.ts';
import type { ChartStep } from './chart-step.ts';
import type { Layout } from './layout.ts';
import { RegionDrawing } from './region-drawing.tsx';
import type { StateChoice } from './state-choice.ts';
import classes from './statechart.module.css';
import { useChartWords } from './use-chart-words.ts';

/** The chart drawn in one layout. What it shows is said by the list beside it, so it is silent for screen readers but for the states that can be chosen. */
export function ChartDrawing({
  layout,
  value,
  history,
  className,
  label,
  choice,
}: {
  readonly layout: Layout;
  readonly value: ChartValue;
  readonly history: readonly ChartStep[];
  readonly className: string | undefined;
  /** Where the mine stands, in words. */
  readonly label: string;
  readonly choice: StateChoice | undefined;
}) {
  const { t } = useTranslation();
  const words = useChartWords();
  const { closed } = layout;
  const years = new Set(history.map(({ at }) => dayOfInstant(at).slice(0, 4)));
  const drawn = { value, history, oneYear: years.size <= 1, choice };
  return (
    <svg
      className={className}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      aria-hidden={choice ? undefined : true}
      role={choice ? 'group' : undefined}
      aria-label={choice ? label : undefined}
    >
      {layout.zones.map(({ word, from, to, text }) => (
        <g key={from.join()} className={classes.zone}>
          <text x={text[0]} y={text[1]}>
            {t(`chart.zone.${word}`)}
          </text>
          <line x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />
        </g>
      ))}
      <rect
        className={classes.closed}
        data-current={value.operation.startsWith('closed.')}
        x={closed.x}
        y={closed.y}
        width={closed.width}
        height={closed.height}
        rx={6}
      />
      <text className={classes.closedTitle} x={closed.x + 12} y={closed.y + 18}>
        {t('chart.closed')}
      </text>
      <RegionDrawing
        {...drawn}
        region="operation"
        layout={layout.operation}
        name={(name) => (layout.roomy ? words.state('operation', name) : words.short('operation', name))}
      />
      {(['appeal', 'power'] as const).map((name) => (
        <text key={name} className={classes.regionTitle} x={layout[name].title[0]} y={layout[name].title[1]}>
          {words.region(name)}
        </text>
      ))}
      <RegionDrawing {...drawn} region="appeal" layout={layout.appeal} name={(name) => words.short('appeal', name)} />
      <RegionDrawing {...drawn} region="power" layout={layout.power} name={(name) => words.short('power', name)} />
    </svg>
  );
}
