import { useTranslation } from 'react-i18next';
import { Sideways } from '../../design/sideways.tsx';
import { signedText } from '../../language/signed.ts';
import { useLanguage, useWords } from '../../language/use-words.ts';
import classes from './daily.module.css';
import type { ReportedRegion } from './reported.ts';

const columns = ['shut', 'closed', 'inspected', 'licensed', 'overdue', 'reopened', 'total'] as const;

/** How each region stands. */
export function RegionTable({ regions }: { readonly regions: readonly ReportedRegion[] }) {
  const { t } = useTranslation();
  const { place } = useWords();
  const language = useLanguage();
  if (regions.length === 0) return null;
  return (
    <section className={classes.part}>
      <h2>{t('daily.regionTable.title')}</h2>
      <Sideways label={t('daily.regionTable.label')} className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('daily.regionTable.region')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="numeric">
                  {t(`daily.column.${column}`)}
                </th>
              ))}
              <th scope="col" className="numeric">
                {t('daily.column.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {regions.map(({ region, counts, change: difference }) => (
              <tr key={region}>
                <th scope="row">{place(region)}</th>
                {columns.map((column) => (
                  <td key={column} className="numeric">
                    {counts[column]}
                  </td>
                ))}
                <td className="numeric">{signedText(difference, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}
