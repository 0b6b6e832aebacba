import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CourseAnswer } from '../../api/answers.ts';
import type { Query } from '../../api/client.ts';
import { Sideways } from '../../design/sideways.tsx';
import { closuresOf } from '../../statistics/closures-of.ts';
import { StudioFigure } from '../chart/studio-figure.tsx';
import type { StudioSearch } from '../studio-search.ts';
import tables from '../tables.module.css';
import { type HeatCell, heatCells, heatDrawing, type RegionDays } from './heat-drawing.ts';
import { useCourseWords } from './use-course-words.ts';

/** How many were shut in each region day by day, each cell leading to its closures; nothing where none ever was. */
export function HeatFigure({
  answer,
  query,
  search,
}: {
  readonly answer: CourseAnswer;
  readonly query: Query;
  readonly search: StudioSearch;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useCourseWords();
  const regions = (answer.groups ?? []).flatMap(({ group, days }): RegionDays[] =>
    group !== null && days.some(({ shut }) => shut > 0) ? [{ region: group, days }] : [],
  );
  const cells = heatCells(regions);
  const most = cells.reduce<HeatCell | undefined>(
    (top, cell) => (cell.shut > (top?.shut ?? 0) ? cell : top),
    undefined,
  );
  if (!most) return null;
  const closuresIn = (region: string, day: string) =>
    ({ ...closuresOf({ ...search, region }), ongoing: 'true', asOf: day }) as const;
  const days = answer.days.filter(({ day }, index) =>
    regions.some(
      (region) => region.days[index]?.shut !== region.days[index - 1]?.shut || day === answer.days.at(-1)?.day,
    ),
  );
  return (
    <StudioFigure
      second
      finding={t('studio.heat.finding', {
        region: words.nameOf(most.region),
        count: most.shut,
        day: words.day(most.day),
      })}
      drawing={heatDrawing(regions, { ...words, shut: words.shutCount })}
      onPick={({ index }) => {
        const cell = cells[index];
        if (cell) void navigate({ to: '/closures', search: closuresIn(cell.region, cell.day) });
      }}
      caption={[t('studio.heat.method'), t('statistics.course.method')]}
      origin={{ path: '/v1/closures/course', query, about: answer }}
      figure={`/days/${answer.days.length - 1}/shut`}
      sheet={{
        columns: ['region', 'day', 'shut'],
        rows: regions.flatMap(({ region, days: ofRegion }) => ofRegion.map(({ day, shut }) => [region, day, shut])),
      }}
      file="regions-by-day"
    >
      <details>
        <summary className={tables.summary}>{t('studio.heat.table')}</summary>
        <Sideways label={t('studio.heat.tableLabel')}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{t('closures.course.day')}</th>
                {regions.map(({ region }) => (
                  <th key={region} scope="col" className="numeric">
                    {words.nameOf(region)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.toReversed().map(({ day }) => (
                <tr key={day}>
                  <th scope="row">{words.day(day)}</th>
                  {regions.map(({ region }) => {
                    const shut = cells.find((cell) => cell.region === region && cell.day === day)?.shut;
                    return (
                      <td key={region} className="numeric">
                        {shut === undefined ? (
                          0
                        ) : (
                          <Link to="/closures" search={closuresIn(region, day)}>
                            {shut}
                          </Link>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      </details>
    </StudioFigure>
  );
}
