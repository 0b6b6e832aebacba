import { useTranslation } from 'react-i18next';
import { Sideways } from '../../design/sideways.tsx';
import { useLanguage } from '../../language/use-words.ts';
import classes from './daily.module.css';
import { type Counts, counted } from './reported.ts';

/** What is counted under "still shut". */
const within: ReadonlySet<string> = new Set(['closed', 'inspected', 'licensed', 'overdue']);

/** The totals, and what they were at the same hour of the day before. */
export function TotalsTable({
  now,
  nowAsOf,
  before,
  beforeAsOf,
}: {
  readonly now: Counts;
  readonly nowAsOf: string;
  readonly before: Counts;
  readonly beforeAsOf: string;
}) {
  const { t } = useTranslation();
  const change = useChange();
  return (
    <section className={classes.part}>
      <h2>{t('daily.totals.title')}</h2>
      <Sideways label={t('daily.totals.title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('daily.totals.what')}</th>
              <th scope="col" className="numeric">
                {nowAsOf}
              </th>
              <th scope="col" className="numeric">
                {t('daily.totals.before', { time: beforeAsOf })}
              </th>
              <th scope="col" className="numeric">
                {t('daily.totals.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {counted.map((name) => (
              <tr key={name} data-within={within.has(name)}>
                <th scope="row">{t(`daily.counted.${name}`)}</th>
                <td className="numeric">{now[name]}</td>
                <td className="numeric">{before[name]}</td>
                <td className="numeric">{change(now[name] - before[name])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

/** A difference with its sign. */
export function useChange(): (difference: number) => string {
  const format = new Intl.NumberFormat(useLanguage(), { signDisplay: 'exceptZero' });
  return (difference) => format.format(difference);
}
