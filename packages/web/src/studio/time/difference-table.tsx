import { useTranslation } from 'react-i18next';
import { Sideways } from '../../design/sideways.tsx';
import { signedText } from '../../language/signed.ts';
import { useDates, useLanguage, useWords } from '../../language/use-words.ts';
import type { RegionStanding } from '../regions/region-standing.ts';
import tables from '../tables.module.css';

/** How many were shut in each region on two days, and the difference. */
export function DifferenceTable({
  before,
  after,
  from,
  to,
}: {
  readonly before: readonly RegionStanding[];
  readonly after: readonly RegionStanding[];
  readonly from: string;
  readonly to: string;
}) {
  const { t } = useTranslation();
  const dates = useDates();
  const { place } = useWords();
  const language = useLanguage();
  const regions = [...new Set([...before, ...after].map(({ region }) => region))].sort();
  const shutIn = (side: readonly RegionStanding[], region: string) =>
    side.find((standing) => standing.region === region)?.shut ?? 0;
  const lines = regions.map((region) => ({
    key: region,
    name: place(region),
    was: shutIn(before, region),
    is: shutIn(after, region),
  }));
  const sum = (of: 'was' | 'is') => lines.reduce((total, line) => total + line[of], 0);
  return (
    <Sideways label={t('studio.time.difference')}>
      <table className={tables.table}>
        <caption>{t('studio.time.difference')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('statistics.filter.region')}</th>
            <th scope="col" className="numeric">
              {dates.day(from)}
            </th>
            <th scope="col" className="numeric">
              {dates.day(to)}
            </th>
            <th scope="col" className="numeric">
              {t('studio.time.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...lines, { key: 'all', name: t('studio.time.everywhere'), was: sum('was'), is: sum('is') }].map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.name}</th>
              <td className="numeric">{line.was}</td>
              <td className="numeric">{line.is}</td>
              <td className="numeric">{signedText(line.is - line.was, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
