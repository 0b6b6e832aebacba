import { useTranslation } from 'react-i18next';
import type { BottleneckAnalysis } from '../../api/answers.ts';
import { Sideways } from '../../design/sideways.tsx';
import { DAY } from '../../language/durations.ts';
import { useLanguage } from '../../language/use-words.ts';
import { Bar } from '../../statistics/bar-table.tsx';
import { Counted } from '../../statistics/counted.tsx';
import { useDaysBeneath } from '../../statistics/use-days-beneath.ts';
import tables from '../tables.module.css';
import { useWaitedFor } from './use-waited-for.ts';

/** For whom closures waited and how long, who is waited for now, and whose deadlines passed; each count opens what it counts. */
export function PartyTable({ answer: { parties } }: { readonly answer: Pick<BottleneckAnalysis, 'parties'> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const waitedFor = useWaitedFor();
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const inAll = useDaysBeneath(parties.map(({ milliseconds }) => milliseconds / DAY));
  const heads = (columns: readonly ('share' | 'days' | 'now' | 'late')[]) =>
    columns.map((column) => (
      <th key={column} scope="col" className="numeric">
        {t(`studio.bottlenecks.${column}`)}
      </th>
    ));
  const most = Math.max(...parties.map(({ share }) => share), 0.01);
  return (
    <Sideways label={t('studio.bottlenecks.parties')}>
      <table className={tables.table}>
        <caption>{t('studio.bottlenecks.parties')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('studio.bottlenecks.party')}</th>
            {heads(['share'])}
            <td aria-hidden="true" className={tables.bar} />
            {heads(['days', 'now', 'late'])}
          </tr>
        </thead>
        <tbody>
          {parties.map(({ party, office, share, milliseconds, now, late, explain }) => (
            <tr key={`${party} ${office ?? ''}`}>
              <th scope="row">{waitedFor({ party, office })}</th>
              <td className="numeric">{percent.format(share)}</td>
              <td aria-hidden="true" className={tables.bar}>
                <Bar share={share / most} />
              </td>
              <td className="numeric">{inAll(milliseconds / DAY)}</td>
              <td className="numeric">
                <Counted count={now} query={explain?.now} />
              </td>
              <td className="numeric">
                <Counted count={late} query={explain?.late} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
