import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LateDeadline } from '../api/answers.ts';
import { Sideways } from '../design/sideways.tsx';
import { useNarrow } from '../design/use-narrow.ts';
import { useDates, useWords } from '../language/use-words.ts';
import tables from '../studio/tables.module.css';
import classes from './late-table.module.css';

/** Deadlines that passed as a table, each leading to the case of its mine. On a phone there are three columns, with the rest beneath. */
export function LateTable({ deadlines }: { readonly deadlines: readonly LateDeadline[] }) {
  const { t } = useTranslation();
  const { place, office, deadline } = useWords();
  const dates = useDates();
  const narrow = useNarrow();
  return (
    <Sideways label={t('late.tableLabel')}>
      <table className={tables.table}>
        <caption className="visually-hidden">{t('late.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('closures.column.name')}</th>
            {narrow ? null : (
              <>
                <th scope="col">{t('closures.column.region')}</th>
                <th scope="col">{t('late.office')}</th>
              </>
            )}
            <th scope="col">{t('late.what')}</th>
            <th scope="col">{t('late.due')}</th>
            {narrow ? null : <th scope="col">{t('late.recorded')}</th>}
          </tr>
        </thead>
        <tbody>
          {deadlines.map(({ mineId, name, region, cycle, rule, subject, dueOn, recordedAt, ...late }) => (
            <tr key={`${mineId} ${cycle} ${rule} ${subject ?? ''} ${dueOn}`}>
              <th scope="row">
                <Link to="/mines/$mineId" params={{ mineId }}>
                  {name}
                </Link>
                <span className={tables.beneath}>
                  {mineId}
                  {cycle > 1 ? ` · ${t('closures.cycle', { cycle })}` : null}
                  {narrow ? ` · ${place(region)}` : null}
                </span>
              </th>
              {narrow ? (
                <>
                  <td>
                    <div className={classes.what}>
                      {deadline(rule)}
                      <span className={tables.beneath}>{office(late.office)}</span>
                    </div>
                  </td>
                  <td>
                    {dates.day(dueOn)}
                    <span className={tables.beneath}>
                      {t('late.recorded')}
                      <br />
                      {dates.time(recordedAt)}
                    </span>
                  </td>
                </>
              ) : (
                <>
                  <td>{place(region)}</td>
                  <td>{office(late.office)}</td>
                  <td>{deadline(rule)}</td>
                  <td>{dates.day(dueOn)}</td>
                  <td>{dates.time(recordedAt)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
