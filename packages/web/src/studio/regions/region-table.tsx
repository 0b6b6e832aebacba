import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ClosuresSearch } from '../../closures/closures-search.ts';
import { Sideways } from '../../design/sideways.tsx';
import { daysText } from '../../language/durations.ts';
import { useDates, useWords } from '../../language/use-words.ts';
import { KnownNow } from '../known-now.tsx';
import tables from '../tables.module.css';
import type { RegionStanding } from './region-standing.ts';

/** What the squares say, and since when; each figure that is another one by all that is known now is marked, with what it is now. */
export function RegionTable({
  regions,
  knownNow,
  closuresIn,
  first,
}: {
  readonly regions: readonly RegionStanding[];
  readonly knownNow?: readonly RegionStanding[] | undefined;
  /** The address of the closures that go on in a region. */
  readonly closuresIn: (region: string) => ClosuresSearch;
  /** The first day that was looked at. */
  readonly first: string;
}) {
  const { t } = useTranslation();
  const dates = useDates();
  const { place } = useWords();
  const gone = (knownNow ?? []).filter(({ region }) => !regions.some((known) => known.region === region));
  const lines = [...regions, ...gone.map(({ region }) => nothingIn(region))];
  const since = ({ shut, since: day }: RegionStanding) =>
    shut === 0
      ? t('common.nothing')
      : day === undefined
        ? t('studio.regions.before', { day: dates.day(first) })
        : dates.day(day);
  const days = ({ days: count }: RegionStanding) => (count === undefined ? t('common.nothing') : daysText(count, t));
  const columns = [
    { name: 'shut', said: ({ shut }: RegionStanding) => String(shut) },
    { name: 'since', said: since },
    { name: 'days', said: days },
    { name: 'closed', said: ({ closed }: RegionStanding) => String(closed) },
    { name: 'reopened', said: ({ reopened }: RegionStanding) => String(reopened) },
    { name: 'otherwise', said: ({ endedOtherwise }: RegionStanding) => String(endedOtherwise) },
  ] as const;
  if (lines.length === 0) return null;
  return (
    <>
      <Sideways label={t('studio.regions.tableLabel')}>
        <table className={tables.table}>
          <caption>{t('studio.regions.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('statistics.filter.region')}</th>
              {columns.map(({ name }) => (
                <th key={name} scope="col" className="numeric">
                  {t(`studio.regions.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const now = knownNow && (knownNow.find(({ region }) => region === line.region) ?? nothingIn(line.region));
              return (
                <tr key={line.region}>
                  <th scope="row">{place(line.region)}</th>
                  {columns.map(({ name, said }) => (
                    <td key={name} className="numeric">
                      {name === 'shut' && line.shut > 0 ? (
                        <Link to="/closures" search={closuresIn(line.region)}>
                          {said(line)}
                        </Link>
                      ) : (
                        said(line)
                      )}
                      {now && said(now) !== said(line) ? <KnownNow>{said(now)}</KnownNow> : null}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Sideways>
      <p className="quiet">{t('studio.regions.columns')}</p>
    </>
  );
}

function nothingIn(region: string): RegionStanding {
  return { region, shut: 0, since: undefined, days: undefined, closed: 0, reopened: 0, endedOtherwise: 0 };
}
