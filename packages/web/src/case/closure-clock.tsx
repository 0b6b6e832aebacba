import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { CiteButton } from '../citation/cite-button.tsx';
import { ClosureMarks } from '../design/closure-marks.tsx';
import { exactDuration } from '../language/durations.ts';
import { useWords } from '../language/use-words.ts';
import classes from './closure-clock.module.css';
import { millisecondsOf } from './iso-duration.ts';
import { useSpeech } from './speech.ts';
import { TimePerState } from './time-per-state.tsx';

/** How long the current or last closure lasts: days large, exactly beside them, whom it waited on, and the time in each state. */
export function ClosureClock({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  const { closure } = mine;
  if (!closure) return null;
  const exactly = exactDuration(closure.milliseconds, t);
  const notAllowed = millisecondsOf(closure.notAllowedToRun);
  const since = speech.time(closure.since, closure.sincePrecision);
  return (
    <section className={classes.clock} aria-label={t('case.clock.label')}>
      <p className={classes.days}>
        <span className={classes.figure}>{closure.days}</span>
        <span className={classes.unit}>
          {t('case.clock.days', { count: closure.days })}
          {closure.ongoing ? t('case.clock.soFar') : null}
        </span>
      </p>
      <dl className={classes.facts}>
        <div>
          <dt>{t('case.clock.shutSince')}</dt>
          <dd>
            {closure.until === null
              ? since
              : t('case.clock.fromUntil', {
                  since,
                  until: speech.time(closure.until),
                  outcome: closure.outcome ? t(`domain.outcome.${closure.outcome}`) : '',
                })}{' '}
            <ClosureMarks closure={closure} />
          </dd>
        </div>
        <div>
          <dt>{t('case.clock.exactly')}</dt>
          <dd>{exactly}</dd>
        </div>
        {notAllowed === null || notAllowed === closure.milliseconds ? null : (
          <div>
            <dt>{t('case.clock.notAllowed')}</dt>
            <dd>{exactDuration(notAllowed, t)}</dd>
          </div>
        )}
        {mine.waitingOn === 'nobody' ? null : (
          <div>
            <dt>{t('case.clock.waitingOn')}</dt>
            <dd>
              {mine.waitingOn === 'owner'
                ? t('domain.party.owner')
                : words.office(mine.waitingOnOffice ?? 'not stated')}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('case.clock.order')}</dt>
          <dd>
            {closure.cause === 'relocation'
              ? t('case.clock.byRelocation')
              : (closure.orderNumber ?? t('case.clock.orderNumberNotStated'))}
          </dd>
        </div>
      </dl>
      <div className={`${classes.cite} on-screen-only`}>
        <CiteButton path={`/v1/mines/${encodeURIComponent(mine.mineId)}`} query={{}} figure="/closure/duration" />
      </div>
      <TimePerState closure={closure} />
    </section>
  );
}
