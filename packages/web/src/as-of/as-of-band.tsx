import { useTranslation } from 'react-i18next';
import { useSystem } from '../api/system.ts';
import { Arrow } from '../design/arrow.tsx';
import { Button } from '../design/button.tsx';
import { useNarrow } from '../design/use-narrow.ts';
import { daysFrom, localParts, shiftDay } from '../language/dates.ts';
import { useDates } from '../language/use-words.ts';
import { useSession } from '../session/session.ts';
import { reportDay } from './as-of.ts';
import classes from './as-of-band.module.css';
import { LookBack } from './look-back.tsx';
import { useAsOf } from './use-as-of.ts';
import { useAsOfWords } from './use-as-of-words.ts';

/**
 * The band across the top while the page looks back: on what, and as known when, how to move, how to come back. While it shows now, a phone has
 * the way to look back here; a wide page has it in the header.
 */
export function AsOfBand() {
  const { t } = useTranslation();
  const dates = useDates();
  const narrow = useNarrow();
  const session = useSession();
  const { data: system } = useSystem();
  const asOf = useAsOf();
  const words = useAsOfWords();
  const { day, on, known, goTo, byAllKnown, demonstration } = asOf;
  if (session?.role === 'admin') return null;
  if (asOf.kind === 'today') {
    if (!narrow || !session) return null;
    return (
      <section className={classes.now} aria-label={t('common.asOf.label')}>
        <p>{t('common.asOf.today')}</p>
        <LookBack label={t('common.asOf.lookBack')} />
      </section>
    );
  }
  const lastDay = demonstration && system?.scenarioEndsAt ? localParts(system.scenarioEndsAt).day : null;
  const elsewhere = day === reportDay ? lastDay : reportDay;
  return (
    <section className={classes.band} data-band="past" aria-label={t('common.asOf.label')}>
      <p className={classes.what}>
        <strong>{words(asOf)}</strong>
        <span className={classes.clock}>{t('common.clock')}</span>
      </p>
      <div className={classes.moves}>
        {on ? <Moves day={on.day} onMove={goTo} /> : null}
        <LookBack />
      </div>
      <div className={classes.leaps}>
        {known ? (
          <Button kind="quiet" onClick={byAllKnown}>
            {t('common.asOf.allKnown')}
          </Button>
        ) : null}
        {demonstration && elsewhere && elsewhere !== day && !(narrow && known) ? (
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

/** One day to and fro. */
function Moves({ day, onMove }: { readonly day: string; readonly onMove: (day: string) => void }) {
  const { t } = useTranslation();
  const today = localParts(new Date()).day;
  return (
    <>
      <Button kind="quiet" aria-label={t('common.asOf.previousDay')} onClick={() => onMove(shiftDay(day, -1))}>
        <Arrow />
      </Button>
      <Button
        kind="quiet"
        aria-label={t('common.asOf.nextDay')}
        disabled={daysFrom(day, today) <= 0}
        onClick={() => onMove(shiftDay(day, 1))}
      >
        <Arrow forward />
      </Button>
    </>
  );
}
