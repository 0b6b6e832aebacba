import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Sideways } from '../../design/sideways.tsx';
import { useWords } from '../../language/use-words.ts';
import tables from '../../studio/tables.module.css';

import { notYetClosed, over, stillShut } from '../standing.ts';
import classes from './regions-table.module.css';
import type { StandingOfMines } from './standing-then.ts';

/** How far each region is: how many of the mines of a campaign stand where in it, those with most shut first. */
export function RegionsTable({ campaignId, byRegion, cases }: StandingOfMines & { readonly campaignId: string }) {
  const { t } = useTranslation();
  const { place } = useWords();
  const lines = Object.entries(byRegion).toSorted(([, a], [, b]) => stillShut(b) - stillShut(a));
  if (lines.length === 0) return <p className="quiet">{t('campaigns.cases.none')}</p>;
  const columns = [
    ...(notYetClosed(cases) > 0 ? (['notYet'] as const) : []),
    ...(['shut', 'closed', 'inspected', 'licensed', 'over'] as const),
  ];
  const figures = lines.map(([region, its]) => ({
    region,
    figures: { ...its, notYet: notYetClosed(its), shut: stillShut(its), over: over(its) },
  }));
  return (
    <>
      <Sideways label={t('follow.regions.tableLabel')}>
        <table className={`${tables.table} ${classes.regions}`}>
          <caption className="visually-hidden">{t('follow.regions.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('follow.regions.region')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="numeric">
                  {t(`follow.regions.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map(({ region, figures: its }) => (
              <tr key={region}>
                <th scope="row">
                  <Link to="/mines" search={{ campaign: campaignId, region }}>
                    {place(region)}
                  </Link>
                </th>
                {columns.map((column) => (
                  <td key={column} className="numeric">
                    {column === 'shut' ? <strong>{its.shut}</strong> : its[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <p className="quiet">{t('follow.regions.method')}</p>
    </>
  );
}
