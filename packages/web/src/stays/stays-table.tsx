import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StayAnswer } from '../api/answers.ts';
import { Sideways } from '../design/sideways.tsx';
import { useNarrow } from '../design/use-narrow.ts';
import { DAY } from '../language/durations.ts';
import { useDates, useWords } from '../language/use-words.ts';
import { useDaysBeneath } from '../statistics/use-days-beneath.ts';
import tables from '../studio/tables.module.css';

/** Stays as a table, each leading to the case of its mine; the state is told where that is not the same of all. On a phone there are three columns, with the rest beneath. */
export function StaysTable({
  stays,
  ofOneState,
}: {
  readonly stays: readonly StayAnswer[];
  readonly ofOneState: boolean;
}) {
  const { t } = useTranslation();
  const { place, state: nameOf } = useWords();
  const dates = useDates();
  const daysOf = useDaysBeneath(stays.map(({ lasted }) => lasted.milliseconds / DAY));
  const narrow = useNarrow();
  return (
    <Sideways label={t('stays.tableLabel')}>
      <table className={tables.table}>
        <caption className="visually-hidden">{t('stays.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('closures.column.name')}</th>
            {ofOneState || narrow ? null : <th scope="col">{t('stays.state')}</th>}
            <th scope="col">{t('stays.since')}</th>
            {narrow ? null : <th scope="col">{t('stays.until')}</th>}
            <th scope="col" className="numeric">
              {t('closures.column.days')}
            </th>
          </tr>
        </thead>
        <tbody>
          {stays.map(({ mineId, name, region, cycle, state, since, until, lasted }) => (
            <tr key={`${mineId} ${cycle} ${since}`}>
              <th scope="row">
                <Link to="/mines/$mineId" params={{ mineId }}>
                  {name}
                </Link>
                <span className={tables.beneath}>
                  {mineId} · {place(region)}
                  {cycle > 1 ? ` · ${t('closures.cycle', { cycle })}` : null}
                </span>
                {narrow && !ofOneState ? <span className={tables.beneath}>{nameOf('operation', state)}</span> : null}
              </th>
              {ofOneState || narrow ? null : <td>{nameOf('operation', state)}</td>}
              <td>
                {dates.time(since, 'day')}
                {narrow ? (
                  <span className={tables.beneath}>
                    {until === null ? t('stays.goingOn') : t('stays.to', { day: dates.time(until, 'day') })}
                  </span>
                ) : null}
              </td>
              {narrow ? null : <td>{until === null ? t('stays.goingOn') : dates.time(until, 'day')}</td>}
              <td className="numeric">{daysOf(lasted.milliseconds / DAY)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
