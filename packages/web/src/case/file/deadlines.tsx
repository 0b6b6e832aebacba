import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { useWords } from '../../language/use-words.ts';
import { deadlineSentence } from '../due.ts';
import { Section } from '../section.tsx';
import { useSpeech } from '../speech.ts';
import classes from './file.module.css';

/** All that is due, soonest first, as sentences; deadlines bind both sides. */
export function Deadlines({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  const { deadlines } = mine.detail;
  if (deadlines.length === 0) return null;
  return (
    <Section title={t('case.deadlines.title')}>
      <ul className={classes.rows}>
        {deadlines.map((deadline) => (
          <li key={`${deadline.rule}-${deadline.subject}`} className={classes.row} data-no-tick="true">
            <p className={classes.what} data-overdue={deadline.overdue && deadline.rule !== 'appeal'}>
              {deadlineSentence(deadline, speech)}
            </p>
            <div className={classes.state}>
              <span className="quiet">
                {deadline.party === 'owner' ? words.role('owner') : words.office(deadline.office ?? 'not stated')}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
