import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { ClosureMarks } from '../../design/closure-marks.tsx';
import { daysText, exactDuration } from '../../language/durations.ts';
import { useWords } from '../../language/use-words.ts';
import { Section } from '../section.tsx';
import { useSpeech } from '../speech.ts';
import classes from './file.module.css';

/** The closures before the current or last one, the latest first. */
export function EarlierClosures({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  const { earlierClosures } = mine.detail;
  if (earlierClosures.length === 0) return null;
  return (
    <Section title={t('case.earlier.title')}>
      <ul className={classes.rows}>
        {earlierClosures.toReversed().map((closure) => (
          <li key={closure.eventId} className={classes.row} data-no-tick="true">
            <div className={classes.what}>
              <span className={classes.name}>
                {t('case.earlier.span', {
                  since: speech.time(closure.since, closure.sincePrecision === 'month' ? 'month' : 'day'),
                  until: closure.until ? speech.day(closure.until) : '',
                })}
              </span>{' '}
              <ClosureMarks closure={closure} />
              <p className="quiet">
                {closure.cause === 'relocation'
                  ? t('case.clock.byRelocation')
                  : t('case.earlier.by', {
                      authority: words.stated(closure.authority ?? 'not stated'),
                      grounds: closure.grounds ?? '',
                    })}
              </p>
            </div>
            <div className={classes.state}>
              <span title={exactDuration(closure.milliseconds, t)}>{daysText(closure.days, t)}</span>
              <span className="quiet">{closure.outcome ? t(`domain.outcome.${closure.outcome}`) : null}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
