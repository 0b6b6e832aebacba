import { deadlineSentence } from '@rectify/words';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { daysText } from '../../language/durations.ts';
import { useWords } from '../../language/use-words.ts';
import { Section } from '../section.tsx';
import { useSpeech } from '../speech.ts';
import { DeadlineMonth } from './deadline-month.tsx';
import classes from './file.module.css';

/** All that is due, as a month and soonest first as sentences, with what it is counted from, and what ends soon; deadlines bind both sides. */
export function Deadlines({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  const { deadlines, endings } = mine.detail;
  return (
    <Section title={t('case.deadlines.title')}>
      <DeadlineMonth mine={mine} />
      {deadlines.length + endings.length === 0 ? <p className="quiet">{t('case.deadlines.none')}</p> : null}
      <ul className={classes.rows}>
        {deadlines.map((deadline) => (
          <li key={`${deadline.rule}-${deadline.subject}`} className={classes.row} data-no-tick="true">
            <div className={classes.what}>
              <span data-overdue={deadline.overdue && deadline.rule !== 'appeal'}>
                {deadlineSentence(deadline, speech)}
              </span>{' '}
              <span className="quiet">
                {t('case.deadlines.since', {
                  day: speech.near(deadline.started.at),
                  fact: speech.inSentence(words.fact(deadline.started.type)),
                })}
              </span>
            </div>
            <div className={classes.state}>
              <span className="quiet">
                {deadline.party === 'owner' ? words.role('owner') : words.office(deadline.office ?? 'not stated')}
              </span>
            </div>
          </li>
        ))}
        {endings.map(({ what, subject, lastDay, daysLeft }) => (
          <li key={`${what}-${subject}`} className={classes.row} data-no-tick="true">
            <p className={classes.what}>
              {t(`case.deadlines.ending.${what}`, {
                what: words.subject(subject),
                day: speech.near(lastDay),
                days: daysText(daysLeft, t),
              })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
