import { figureText } from '@rectify/words';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { ReportedMark } from '../../design/truth-mark.tsx';
import { useWords } from '../../language/use-words.ts';
import { Section } from '../section.tsx';
import { useSpeech } from '../speech.ts';
import classes from './file.module.css';

/** What the owner said: statements in their own words, and reported losses of capacity, unverified. */
export function Reports({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  const { statements, lostCapacity } = mine.detail;
  if (statements.length === 0 && lostCapacity.length === 0) return null;
  return (
    <Section title={t('case.reports.title')}>
      <ul className={classes.rows}>
        {lostCapacity.map(({ amountPerDay, approximate, unit, scope, from, to, reportedAt }) => {
          const amount = figureText(amountPerDay);
          const said = approximate ? t('domain.approximate', { amount }) : amount;
          return (
            <li key={`${reportedAt}-${from}-${amountPerDay}`} className={classes.row} data-no-tick="true">
              <div className={classes.what}>
                <span className={classes.name}>
                  {unit === 'unspecified'
                    ? t('case.reports.lostNoUnit', { amount: said })
                    : t('case.reports.lost', { amount: said, unit })}
                </span>{' '}
                <ReportedMark />
                <p className="quiet">
                  {words.option('scope', scope)} ·{' '}
                  {to
                    ? t('case.reports.fromTo', { from: speech.day(from), to: speech.day(to) })
                    : t('case.reports.from', { from: speech.day(from) })}
                </p>
              </div>
              <div className={classes.state}>
                <span className="quiet">{speech.near(reportedAt)}</span>
              </div>
            </li>
          );
        })}
        {statements.map(({ text, filedAt }) => (
          <li key={`${filedAt}-${text.slice(0, 40)}`} className={classes.row} data-no-tick="true">
            <blockquote className={classes.quote}>{text}</blockquote>
            <div className={classes.state}>
              <span className="quiet">{speech.near(filedAt)}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
