import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CourseAnswer } from '../../api/answers.ts';
import { useChanges } from '../../api/changes.ts';
import type { Query } from '../../api/client.ts';
import { useCourseUntil } from '../../api/studio.ts';
import { useAsOf } from '../../as-of/use-as-of.ts';
import { changesQueryOf, kinds } from '../../changes/changes-search.ts';
import { endOfLocalDay, localParts, shiftDay } from '../../language/dates.ts';
import { useDates } from '../../language/use-words.ts';
import { standingOf } from '../regions/region-standing.ts';
import type { StudioSearch } from '../studio-search.ts';
import tables from '../tables.module.css';
import { DifferenceTable } from './difference-table.tsx';
import classes from './time.module.css';

/** What differs between the day that the page looks at and another, and what happened between the two. */
export function Between({
  day,
  beside,
  answer,
  query,
  search,
}: {
  readonly day: string;
  readonly beside: string;
  readonly answer: CourseAnswer;
  readonly query: Query;
  readonly search: StudioSearch;
}) {
  const { data } = useCourseUntil(endOfLocalDay(beside), query);
  if (!data || beside === day) return null;
  const [here, there] = [standingOf(answer), standingOf(data)];
  const [earlier, later, from, to] = beside < day ? [there, here, beside, day] : [here, there, day, beside];
  return (
    <div className={classes.between}>
      <DifferenceTable before={earlier} after={later} from={from} to={to} />
      <Happened from={from} to={to} search={search} />
    </div>
  );
}

/** How many mines changed in which way between two days, each leading to them. */
function Happened({ from, to, search }: { readonly from: string; readonly to: string; readonly search: StudioSearch }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { instants } = useAsOf();
  const { region, campaign } = search;
  const after = shiftDay(from, 1);
  const asked = changesQueryOf({ region, campaign }, { from: after, to }, instants, localParts(new Date()).day);
  const changes = useChanges({ ...asked, limit: 1 });
  if (!changes.data) return null;
  const happened = kinds.filter((kind) => (changes.data.counts[kind] ?? 0) > 0);
  return (
    <table className={tables.table}>
      <caption>{t('studio.time.happened', { from: dates.day(after), to: dates.day(to) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('studio.time.kind')}</th>
          <th scope="col" className="numeric">
            {t('statistics.mines')}
          </th>
        </tr>
      </thead>
      <tbody>
        {happened.map((kind) => (
          <tr key={kind}>
            <th scope="row">{t(`changes.kind.${kind}`)}</th>
            <td className="numeric">
              <Link to="/changes" search={{ from: after, to, kind, region, campaign }}>
                {changes.data.counts[kind]}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
