import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BottleneckAnalysis } from '../../api/answers.ts';
import type { Query } from '../../api/client.ts';
import { useLanguage, useWords } from '../../language/use-words.ts';
import { closuresOf } from '../../statistics/closures-of.ts';
import { useLasted } from '../../statistics/use-lasted.ts';
import { namedDays } from '../chart/days-axis.ts';
import { StudioFigure } from '../chart/studio-figure.tsx';
import { useCurveWords } from '../closures/use-curve-words.ts';
import type { StudioSearch } from '../studio-search.ts';
import { inCourse, type Stays, staysIn, widestOf } from './stays.ts';
import { staysDrawing } from './stays-drawing.ts';
import { StaysTable } from './stays-table.tsx';

/** How long stays in each state last, as a distribution; each state leads to the closures that have been in it. */
export function StaysFigure({
  answer,
  query,
  search,
  busy,
}: {
  readonly answer: BottleneckAnalysis;
  readonly query: Query;
  readonly search: StudioSearch;
  readonly busy: boolean;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useCurveWords();
  const lasted = useLasted();
  const number = new Intl.NumberFormat(useLanguage());
  const { state: nameOf } = useWords();
  const states = inCourse(answer.states);
  const drawn = states.map(staysIn);
  const widest = widestOf(states);
  const [most] = states.toSorted((a, b) => b.stays - a.stays);
  const days = namedDays(Math.max(...drawn.map(({ steps }) => steps.at(-1)?.day ?? 0)), 9);
  const stateOf = ({ state, small }: Stays) => {
    const name = nameOf('operation', state);
    return small ? t('studio.closures.few', { name }) : name;
  };
  return (
    <StudioFigure
      second
      busy={busy}
      finding={
        widest
          ? t('studio.stays.finding', {
              state: nameOf('operation', widest.state),
              first: lasted(widest.first),
              third: lasted(widest.third),
            })
          : t('studio.stays.unknown')
      }
      drawing={staysDrawing(drawn, days, {
        nameOf: stateOf,
        countOf: ({ count, goingOn }) =>
          goingOn === 0
            ? t('studio.stays.count', { count })
            : t('studio.stays.goingOn', { count, goingOn: number.format(goingOn) }),
        halfOf: ({ half }) =>
          half === null ? t('studio.stays.notHalf') : t('studio.stays.halfBy', { day: lasted(half) }),
        days: t('studio.bottlenecks.axis'),
        onDay: words.onDay,
        share: words.share,
        figure: words.withLimits,
        nothing: t('common.nothing'),
      })}
      onPick={({ series }) => {
        const picked = drawn.find(({ state }) => state === series);
        if (picked) void navigate({ to: '/closures', search: { ...closuresOf(search), been: picked.state } });
      }}
      caption={[t('studio.stays.method'), ...(answer.method.resolution === 'day' ? [t('statistics.resolution')] : [])]}
      origin={{ path: '/v1/analysis/bottlenecks', query, about: answer }}
      cited={{ path: '/v1/closures/statistics', query }}
      figure={widest ? `/perState/${widest.state}/thirdQuartile/value` : `/perState/${most?.state}/stays`}
      sheet={{
        columns: ['state', 'day', 'still watched', 'over', 'still in it', 'lower 95 %', 'upper 95 %'],
        rows: states.flatMap(({ state, lengths }) =>
          lengths.survival.map(({ time, atRisk, events, survival }) => [
            state,
            time,
            atRisk,
            events,
            survival?.value ?? null,
            survival?.lower ?? null,
            survival?.upper ?? null,
          ]),
        ),
      }}
      file="stays"
    >
      <StaysTable states={states} search={search} />
    </StudioFigure>
  );
}
