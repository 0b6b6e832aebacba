import { useTranslation } from 'react-i18next';
import { Sideways } from '../../design/sideways.tsx';
import { signedText } from '../../language/signed.ts';
import { useDates, useLanguage } from '../../language/use-words.ts';
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
  const dates = useDates();
  const language = useLanguage();
  return (
    <section className={classes.part}>
      <h2>{t('daily.totals.title')}</h2>
      <Sideways label={t('daily.totals.title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('daily.totals.what')}</th>
              <th scope="col" className="numeric">
                {t('daily.asOf')}
                <span className={classes.beneath}>{dates.shortTime(nowAsOf)}</span>
              </th>
              <th scope="col" className="numeric">
                {t('daily.totals.before')}
                <span className={classes.beneath}>{dates.shortTime(beforeAsOf)}</span>
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
                <td className="numeric">{signedText(now[name] - before[name], language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}
