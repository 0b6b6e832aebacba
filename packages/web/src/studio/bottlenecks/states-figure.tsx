import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BottleneckAnalysis } from '../../api/answers.ts';
import type { Query } from '../../api/client.ts';
import { Sideways } from '../../design/sideways.tsx';
import { useLanguage, useWords } from '../../language/use-words.ts';
import { closuresOf } from '../../statistics/closures-of.ts';
import { Counted } from '../../statistics/counted.tsx';
import { useByWhen } from '../../statistics/use-by-when.ts';
import { useDaysBeneath } from '../../statistics/use-days-beneath.ts';
import { namedDays } from '../chart/days-axis.ts';
import { intervalDrawing } from '../chart/interval-drawing.ts';
import { StudioFigure } from '../chart/studio-figure.tsx';
import type { StudioSearch } from '../studio-search.ts';
import tables from '../tables.module.css';
import { furthest, shareOf } from './furthest.ts';
import { useWaitedFor } from './use-waited-for.ts';

/** How long closures stay in each state, with whom they wait for there; each state leads to the closures that have been in it, and that are. */
export function StatesFigure({
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
  const language = useLanguage();
  const { state: nameOf } = useWords();
  const byWhen = useByWhen();
  const waitedFor = useWaitedFor();
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const { states } = answer;
  const inAll = useDaysBeneath(states.map(({ total }) => total.days));
  const [longest] = states;
  if (!longest) return null;
  const days = namedDays(furthest(states), 9);
  const closuresIn = (state: string) => ({ ...closuresOf(search), ongoing: 'true', state }) as const;
  const columns = [
    t('statistics.perState.closures'),
    t('statistics.perState.now'),
    t('studio.bottlenecks.share'),
    t('studio.bottlenecks.days'),
    t('studio.bottlenecks.half'),
    t('studio.bottlenecks.nineOfTen'),
  ];
  return (
    <StudioFigure
      busy={busy}
      finding={t('studio.bottlenecks.finding', {
        share: percent.format(shareOf(longest, states)),
        state: nameOf('operation', longest.state),
      })}
      drawing={intervalDrawing(
        states.map(({ state, median, ninetiethPercentile }) => ({
          id: state,
          name: nameOf('operation', state),
          ...median,
          further: ninetiethPercentile.value,
          said: [
            [t('studio.bottlenecks.half'), byWhen(median)],
            [t('studio.bottlenecks.nineOfTen'), byWhen(ninetiethPercentile)],
          ],
        })),
        {
          name: t('studio.bottlenecks.axis'),
          max: days.at(-1) ?? 1,
          step: days[1] ?? 1,
          format: (value) => number.format(value),
        },
      )}
      onPick={({ index }) => {
        const state = states[index];
        if (state && state.now > 0) void navigate({ to: '/closures', search: closuresIn(state.state) });
      }}
      caption={[t('studio.bottlenecks.method')]}
      origin={{ path: '/v1/analysis/bottlenecks', query, about: answer }}
      cited={{ path: '/v1/closures/statistics', query }}
      figure={`/perState/${longest.state}/total/days`}
      sheet={{
        columns: ['state', 'closures', 'now', 'days', 'half by', 'lower 95 %', 'upper 95 %', 'nine of ten by'],
        rows: states.map(({ state, closures, now, total, median, ninetiethPercentile }) => [
          state,
          closures,
          now,
          total.days,
          median.value,
          median.lower,
          median.upper,
          ninetiethPercentile.value,
        ]),
      }}
      file="bottlenecks"
    >
      <Sideways label={t('studio.bottlenecks.tableLabel')}>
        <table className={tables.table}>
          <caption>{t('studio.bottlenecks.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('statistics.perState.state')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="numeric">
                  {column}
                </th>
              ))}
              <th scope="col">{t('studio.bottlenecks.waits')}</th>
            </tr>
          </thead>
          <tbody>
            {states.map((line) => (
              <tr key={line.state}>
                <th scope="row">{nameOf('operation', line.state)}</th>
                <td className="numeric">
                  <Counted count={line.closures} query={line.explain?.closures} />
                </td>
                <td className="numeric">
                  <Counted count={line.now} query={line.explain?.now} />
                </td>
                <td className="numeric">{percent.format(shareOf(line, states))}</td>
                <td className="numeric">{inAll(line.total.days)}</td>
                <td className="numeric">{byWhen(line.median)}</td>
                <td className="numeric">{byWhen(line.ninetiethPercentile)}</td>
                <td>
                  {line.waitedOn
                    .slice(0, 2)
                    .map((one) =>
                      t('studio.bottlenecks.waitsFor', { who: waitedFor(one), share: percent.format(one.share) }),
                    )
                    .join(t('domain.list.join'))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </StudioFigure>
  );
}
