import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../../api/answers.ts';
import type { Query } from '../../api/client.ts';
import { useStatistics } from '../../api/queries.ts';
import { Sideways } from '../../design/sideways.tsx';
import { Failure, Loading } from '../../design/states.tsx';
import { useLanguage } from '../../language/use-words.ts';
import { Counted } from '../../statistics/counted.tsx';
import { countedIn } from '../../statistics/counted-in.ts';
import type { StatisticsFilter } from '../../statistics/statistics-search.ts';
import { useByWhen } from '../../statistics/use-by-when.ts';
import { useGroupName } from '../../statistics/use-group-name.ts';
import { intervalDrawing } from '../chart/interval-drawing.ts';
import { StudioFigure } from '../chart/studio-figure.tsx';
import { comparison } from '../closures/finding.ts';
import { useCurveWords } from '../closures/use-curve-words.ts';
import tables from '../tables.module.css';
import { caseGroups } from './case-groups.ts';
import { likeCasesFinding } from './like-cases-finding.ts';

/** The share of like cases that is still shut after some days, group by group with its limits, each leading to its closures. */
export function LikeCasesFigure({
  query,
  by,
  after,
}: {
  readonly query: Query;
  readonly by: StatisticsFilter;
  readonly after: number;
}) {
  const statistics = useStatistics({ ...query, explain: 'whole' });
  if (statistics.isPending) return <Loading lines={8} />;
  if (statistics.isError) return <Failure error={statistics.error} onRetry={() => void statistics.refetch()} />;
  return <Drawn answer={statistics.data} query={query} by={by} after={after} busy={statistics.isPlaceholderData} />;
}

function Drawn({
  answer,
  query,
  by,
  after,
  busy,
}: {
  readonly busy: boolean;
  readonly answer: StatisticsAnswer;
  readonly query: Query;
  readonly by: StatisticsFilter;
  readonly after: number;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useCurveWords();
  const nameOf = useGroupName();
  const byWhen = useByWhen();
  const number = new Intl.NumberFormat(useLanguage(), { maximumSignificantDigits: 2 });
  const groups = caseGroups(answer, after);
  const named = groups.map((group) => {
    const name = nameOf(by, group.group);
    return { ...group, name: group.few ? t('studio.closures.few', { name }) : name };
  });
  const share = (group: (typeof named)[number]) =>
    group.stillShut ? words.withLimits(group.stillShut) : t('common.nothing');
  const compared = comparison(answer.logRank, (value) => number.format(value), t);
  return (
    <StudioFigure
      busy={busy}
      finding={likeCasesFinding(answer, t)}
      drawing={intervalDrawing(
        named.map((group) => ({
          id: group.group ?? '',
          name: group.name,
          value: group.stillShut?.share ?? null,
          lower: group.stillShut?.lower ?? null,
          upper: group.stillShut?.upper ?? null,
          said: [
            [t('statistics.closures.column'), String(group.total)],
            [t('studio.likeCases.axis', { count: after }), share(group)],
          ],
        })),
        { name: t('studio.likeCases.axis', { count: after }), max: 1, format: words.share },
      )}
      onPick={({ index }) => {
        const closures = named[index]?.closures;
        if (closures) void navigate(countedIn(closures));
      }}
      caption={[
        t('studio.likeCases.method'),
        ...(compared ? [compared] : []),
        t('studio.closures.clock', { clock: t('common.clock') }),
      ]}
      origin={{ path: '/v1/closures/statistics', query, about: answer }}
      figure="/total"
      sheet={{
        columns: ['group', 'closures', 'ended', 'days', 'still shut', 'lower 95 %', 'upper 95 %'],
        rows: named.map(({ name, total, ended, stillShut }) => [
          name,
          total,
          ended,
          after,
          stillShut?.share ?? null,
          stillShut?.lower ?? null,
          stillShut?.upper ?? null,
        ]),
      }}
      file="like-cases"
    >
      <Sideways label={t('studio.likeCases.tableLabel')}>
        <table className={tables.table}>
          <caption>{t('studio.likeCases.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`statistics.filter.${by}`)}</th>
              {[
                t('statistics.closures.column'),
                t('studio.likeCases.ended'),
                t('studio.likeCases.axis', { count: after }),
                t('studio.likeCases.half'),
              ].map((column) => (
                <th key={column} scope="col" className="numeric">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {named.map((group) => (
              <tr key={group.group ?? ''}>
                <th scope="row">{group.name}</th>
                <td className="numeric">
                  <Counted count={group.total} query={group.closures} />
                </td>
                <td className="numeric">
                  <Counted count={group.ended} query={group.endedClosures} />
                </td>
                <td className="numeric">{share(group)}</td>
                <td className="numeric">{byWhen(group.half)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </StudioFigure>
  );
}
