import type { ChartValue, MineStatus } from '@rectify/engine/rectification';
import { useTranslation } from 'react-i18next';
import { StatusShape } from '../design/status-mark.tsx';
import { dayOfInstant } from '../language/dates.ts';
import { useDates } from '../language/use-words.ts';
import type { ChartStep, Region } from './chart-step.ts';
import { Choosable } from './choosable.tsx';
import { headPath, linePath, type Place, pointAt } from './geometry.ts';
import type { RegionLayout, Way } from './layout.ts';
import { pathTaken, type Visits } from './path-taken.ts';
import type { StateChoice } from './state-choice.ts';
import classes from './statechart.module.css';
import { statusOfState } from './status-of-state.ts';

/** One region of the chart: its ways, those taken stronger, and its states, the one that the mine is in lit. */
export function RegionDrawing<R extends Region>({
  region,
  layout,
  value,
  history,
  oneYear,
  name,
  choice,
}: {
  readonly region: R;
  readonly layout: RegionLayout<ChartValue[R]>;
  readonly value: ChartValue;
  readonly history: readonly ChartStep[];
  readonly oneYear: boolean;
  readonly name: (state: ChartValue[R]) => string;
  readonly choice: StateChoice | undefined;
}) {
  const { visits, ways } = pathTaken(history, region);
  const taken = (from: string, to: string) => ways.some((way) => way.from === from && way.to === to);
  const unplaced = ways
    .filter(({ from, to }) => !layout.ways.some((way) => way.from === from && way.to === to))
    .map(({ from, to }): Way<ChartValue[R]> => ({ ...layout.detour(from, to), from, to, usual: false }));
  const drawn = [...layout.ways.filter(({ from, to, usual }) => usual || taken(from, to)), ...unplaced]
    .map((way) => ({ way, taken: taken(way.from, way.to) }))
    .toSorted((a, b) => Number(a.taken) - Number(b.taken));
  return (
    <g>
      {drawn.map(({ way, taken }) => {
        const points = [
          pointAt(layout.places[way.from], way.leave),
          ...(way.bends ?? []),
          pointAt(layout.places[way.to], way.arrive),
        ];
        return (
          <g key={`${way.from}>${way.to}`} className={classes.way} data-taken={taken}>
            <path d={linePath(points)} className={classes.line} />
            <path d={headPath(points)} className={classes.head} />
          </g>
        );
      })}
      {statesOf(layout).map((state) => (
        <Choosable key={state} at={{ region, state }} current={value[region] === state} choice={choice}>
          <State
            name={name(state)}
            place={layout.places[state]}
            visits={visits.get(state)}
            current={value[region] === state}
            status={statusOfState(region, state)}
            oneYear={oneYear}
          />
        </Choosable>
      ))}
    </g>
  );
}

function statesOf<State extends string>({ places }: RegionLayout<State>): State[] {
  return Object.keys(places).filter((state): state is State => Object.hasOwn(places, state));
}

function State({
  name,
  place: { x, y, width, height },
  visits,
  current,
  status,
  oneYear,
}: {
  readonly name: string;
  readonly place: Place;
  readonly visits: Visits | undefined;
  readonly current: boolean;
  readonly status: MineStatus | null;
  readonly oneYear: boolean;
}) {
  const { t } = useTranslation();
  const dates = useDates();
  const entered = visits?.last ? dayOfInstant(visits.last.at) : null;
  // A small plate has room for two of these: now, the day, how often; a day with its year takes it all. The list says all.
  const roomy = width >= 160;
  const day = entered && (oneYear ? dates.shortDay(entered) : dates.day(entered));
  const last = roomy || oneYear || !current ? day : null;
  const often = roomy || !last || (oneYear && !current);
  const times = often && visits && visits.times > 1 ? t('chart.times', { count: visits.times }) : null;
  const lit = current ? 'current' : visits ? 'visited' : 'not-visited';
  const below = [...(current ? [t('chart.now')] : []), ...(last ? [last] : []), ...(times ? [times] : [])];
  return (
    <g className={classes.state} data-lit={lit} data-status={status ?? undefined}>
      <rect className={classes.plate} x={x} y={y} width={width} height={height} rx={4} />
      {current && !status ? <rect className={classes.bar} x={x} y={y} width={4} height={height} rx={1.5} /> : null}
      <text className={classes.name} x={x + 10} y={y + height / 2 + (below.length > 0 ? -4 : 5)}>
        {name}
      </text>
      {current && status ? (
        <g transform={`translate(${x + width - 24} ${y - 7})`}>
          <rect className={classes.halo} x={-3} y={-1} width={20} height={16} />
          <StatusShape status={status} size={14} />
        </g>
      ) : null}
      <text className={classes.visits} x={x + 10} y={y + height / 2 + 14}>
        {below.join(' · ')}
      </text>
    </g>
  );
}
