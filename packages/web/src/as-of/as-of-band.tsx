import { useTranslation } from 'react-i18next';
import { useSystem } from '../api/system.ts';
import { Button } from '../design/button.tsx';
import { useNarrow } from '../design/use-narrow.ts';
import { daysFrom, localParts, shiftDay } from '../language/dates.ts';
import { useDates } from '../language/use-words.ts';
import { useSession } from '../session/session.ts';
import { reportDay } from './as-of.ts';
import classes from './as-of-band.module.css';
import { DayChooser } from './day-chooser.tsx';
import { useAsOf } from './use-as-of.ts';

/**
 * The band across the top while the page looks back: which day, how to move, how to come back. While it shows now, a phone has
 * the way to look back here; a wide page has it in the header.
 */
export function AsOfBand() {
  const { t } = useTranslation();
  const dates = useDates();
  const narrow = useNarrow();
  const session = useSession();
  const { data: system } = useSystem();
  const { kind, day, time, goTo, demonstration } = useAsOf();
  if (kind === 'today') {
    if (!narrow || !session) return null;
    return (
      <section className={classes.now} aria-label={t('common.asOf.label')}>
        <p>{t('common.asOf.today')}</p>
        <DayChooser day={undefined} onChoose={goTo} label={t('common.asOf.lookBack')} />
      </section>
    );
  }
  const lastDay = demonstration && system?.scenarioEndsAt ? localParts(system.scenarioEndsAt).day : null;
  const elsewhere = day === reportDay ? lastDay : reportDay;
  const today = localParts(new Date()).day;
  return (
    <section className={classes.band} aria-label={t('common.asOf.label')}>
      <p className={classes.what}>
        <strong>
          {time
            ? t('common.asOf.bandInstant', { day: dates.day(day), time })
            : t('common.asOf.band', { day: dates.day(day) })}
        </strong>
        <span className={classes.clock}>{t('common.clock')}</span>
      </p>
      <div className={classes.moves}>
        <Button kind="quiet" aria-label={t('common.asOf.previousDay')} onClick={() => goTo(shiftDay(day, -1))}>
          <Arrow />
        </Button>
        <Button
          kind="quiet"
          aria-label={t('common.asOf.nextDay')}
          disabled={daysFrom(day, today) <= 0}
          onClick={() => goTo(shiftDay(day, 1))}
        >
          <Arrow forward />
        </Button>
        <DayChooser day={day} onChoose={goTo} />
      </div>
      <div className={classes.leaps}>
        {demonstration && elsewhere && elsewhere !== day ? (
          <Button kind="quiet" onClick={() => goTo(elsewhere)}>
            {t('common.asOf.goToDay', { day: dates.day(elsewhere) })}
          </Button>
        ) : null}
        <Button kind="plain" onClick={() => goTo('today')}>
          {demonstration ? t('common.asOf.goToToday') : t('common.asOf.backToNow')}
        </Button>
      </div>
    </section>
  );
}

function Arrow({ forward = false }: { readonly forward?: boolean }) {
  return (
    <svg className={classes.arrow} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" data-forward={forward}>
      <path d="M10 3 5 8l5 5" fill="none" stroke="currentColor" strokeWidth="1.75" />
    </svg>
  );
}
