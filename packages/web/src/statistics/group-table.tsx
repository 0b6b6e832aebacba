import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StatisticsAnswer } from '../api/answers.ts';
import { Sideways } from '../design/sideways.tsx';
import { Counted } from './counted.tsx';
import classes from './statistics.module.css';
import type { StatisticsFilter } from './statistics-search.ts';
import { useByWhen } from './use-by-when.ts';
import { useGroupName } from './use-group-name.ts';

/** Counts and durations group by group; a group's name narrows the page to it. */
export function GroupTable({
  groups,
  by,
  titled = false,
}: {
  readonly groups: NonNullable<StatisticsAnswer['groups']>;
  readonly by: StatisticsFilter;
  /** Whether its title is shown, where no heading says the same. */
  readonly titled?: boolean;
}) {
  const { t } = useTranslation();
  const nameOf = useGroupName();
  const byWhen = useByWhen();
  if (groups.length === 0) return <p>{t('statistics.none')}</p>;
  const columns = ['closures', 'ongoing', 'ended', 'owner', 'authority', 'quarter', 'half', 'threeQuarters'] as const;
  return (
    <div className={classes.grouped}>
      <Sideways label={t('statistics.groups.table')}>
        <table className={classes.groups}>
          <caption className={titled ? undefined : 'visually-hidden'}>{t('statistics.groups.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`statistics.filter.${by}`)}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="numeric">
                  {t(`statistics.groups.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ group, total, ongoing, ended, waitingOn, survival: { quartiles }, small, explain }) => (
              <tr key={group ?? ''}>
                <th scope="row">
                  {group === null ? (
                    nameOf(by, group)
                  ) : (
                    <Link to="." search={(now) => ({ ...now, [by]: group })} resetScroll={false}>
                      {nameOf(by, group)}
                    </Link>
                  )}
                  {small && <span className="quiet"> {t('statistics.groups.small')}</span>}
                </th>
                <td className="numeric">
                  <Counted count={total} query={explain?.total} />
                </td>
                <td className="numeric">
                  <Counted count={ongoing} query={explain?.ongoing} />
                </td>
                <td className="numeric">
                  <Counted count={ended} query={explain?.ended} />
                </td>
                <td className="numeric">
                  <Counted count={waitingOn.owner} query={explain?.waitingOn.owner} />
                </td>
                <td className="numeric">
                  <Counted count={waitingOn.authority} query={explain?.waitingOn.authority} />
                </td>
                <td className="numeric">{byWhen(quartiles.first)}</td>
                <td className="numeric">{byWhen(quartiles.median)}</td>
                <td className="numeric">{byWhen(quartiles.third)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <p className={`quiet ${classes.method}`}>{t('statistics.groups.method')}</p>
    </div>
  );
}
