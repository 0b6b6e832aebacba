import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../../api/answers.ts';
import type { Query } from '../../api/client.ts';
import { Sideways } from '../../design/sideways.tsx';
import { Counted } from '../../statistics/counted.tsx';
import { countedIn } from '../../statistics/counted-in.ts';
import { namedDays } from '../chart/days-axis.ts';
import { StudioFigure } from '../chart/studio-figure.tsx';
import tables from '../tables.module.css';
import { lastDay, stepOn } from './curve.ts';
import { type Incidence, incidencesIn } from './incidence.ts';
import { incidenceDrawing } from './incidence-drawing.ts';
import { useCurveWords } from './use-curve-words.ts';

/** What closures come to: the share that had ended in each way by each day; nothing where none has ended. */
export function IncidenceFigure({ answer, query }: { readonly answer: StatisticsAnswer; readonly query: Query }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useCurveWords();
  const last = lastDay(answer.survival);
  const incidences = incidencesIn(answer.survival, last);
  const [first] = incidences;
  if (first === undefined) return null;
  const days = namedDays(last, 9);
  const nameOf = ({ outcome }: Incidence) => t(`domain.outcome.${outcome}`);
  const { groupBy: _, ...whole } = query;
  const queryOf = ({ outcome }: Incidence) => answer.explain?.byOutcome[outcome];
  return (
    <StudioFigure
      second
      finding={t(`studio.incidence.${first.outcome}`, {
        share: words.share(first.steps.at(-1)?.share ?? 0),
        count: Math.floor(last),
      })}
      drawing={incidenceDrawing(incidences, days, {
        nameOf,
        days: words.days,
        onDay: words.onDay,
        share: words.share,
        figure: words.withLimits,
      })}
      onPick={({ series }) => {
        const closures = incidences.find(({ outcome }) => outcome === series);
        const explained = closures && queryOf(closures);
        if (explained) void navigate(countedIn(explained));
      }}
      caption={[t('studio.incidence.method'), t('studio.closures.clock', { clock: t('common.clock') })]}
      origin={{ path: '/v1/closures/statistics', query: whole, about: answer }}
      figure={`/byOutcome/${first.outcome}`}
      sheet={{
        columns: ['outcome', 'day', 'share', 'lower 95 %', 'upper 95 %'],
        rows: incidences.flatMap((incidence) =>
          incidence.steps.map(({ day, share, lower, upper }) => [nameOf(incidence), day, share, lower, upper]),
        ),
      }}
      file="outcomes"
    >
      <Sideways label={t('studio.incidence.tableLabel')}>
        <table className={tables.table}>
          <caption>{t('studio.incidence.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('statistics.closures.outcome')}</th>
              <th scope="col" className="numeric">
                {t('statistics.closures.column')}
              </th>
              {days.map((day) => (
                <th key={day} scope="col" className="numeric">
                  {words.onDay(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {incidences.map((incidence) => (
              <tr key={incidence.outcome}>
                <th scope="row">{nameOf(incidence)}</th>
                <td className="numeric">
                  <Counted count={incidence.events} query={queryOf(incidence)} />
                </td>
                {days.map((day) => {
                  const step = stepOn(incidence.steps, day);
                  return (
                    <td key={day} className="numeric">
                      {step ? words.withLimits(step) : t('common.nothing')}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </StudioFigure>
  );
}
