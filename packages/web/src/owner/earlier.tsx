import { useTranslation } from 'react-i18next';
import type { ClosureAnswer, MineDetail } from '../api/answers.ts';
import { useSpeech } from '../case/speech.ts';
import { ClosureMarks } from '../design/closure-marks.tsx';
import { daysText, exactDuration } from '../language/durations.ts';
import classes from './earlier.module.css';
import { Section } from './section.tsx';

/** The closures that ended, the latest first: from when to when, how long, how they ended. */
export function Earlier({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const { closure, detail } = mine;
  const ended = [...detail.earlierClosures, ...(closure && !closure.ongoing ? [closure] : [])].toReversed();
  if (ended.length === 0) return null;
  return (
    <Section title={t('owner.earlier.title')}>
      <ul className={classes.closures}>
        {ended.map((one) => (
          <Closure key={one.eventId} closure={one} asOf={mine.asOf} />
        ))}
      </ul>
    </Section>
  );
}

function Closure({ closure, asOf }: { readonly closure: ClosureAnswer; readonly asOf: string }) {
  const { t } = useTranslation();
  const { day, time } = useSpeech(asOf);
  const from = time(closure.since, closure.sincePrecision === 'month' ? 'month' : 'day');
  return (
    <li>
      <span>{t('owner.earlier.line', { from, until: closure.until === null ? '' : day(closure.until) })}</span>
      <span title={exactDuration(closure.milliseconds, t)}>{daysText(closure.days, t)}</span>
      <span>
        {closure.outcome === null ? null : t(`domain.outcome.${closure.outcome}`)} <ClosureMarks closure={closure} />
      </span>
    </li>
  );
}
