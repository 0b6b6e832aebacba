import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import Calendar from '../design/calendar.tsx';
import { localParts } from '../language/dates.ts';
import type { Moment } from './as-of.ts';
import { readTimes, type TimeFault, type TypedTimes } from './chosen-times.ts';
import classes from './look-back-form.module.css';
import { TimeField } from './time-field.tsx';
import { useAsOf } from './use-as-of.ts';

type Which = keyof TypedTimes;

/** Both times to type or to pick from one calendar, which is about the one that was touched last. The days are those of Beijing. */
export default function LookBackForm({ onShown }: { readonly onShown: () => void }) {
  const { t } = useTranslation();
  const { on, known, show } = useAsOf();
  const today = localParts(new Date()).day;
  const [typed, setTyped] = useState<TypedTimes>({ on: typedOf(on), known: typedOf(known) });
  const [faults, setFaults] = useState<Partial<Record<Which, TimeFault>>>({});
  const [which, setWhich] = useState<Which>('on');
  const type = (value: string, field = which) => setTyped({ ...typed, [field]: value });
  const field = (name: Which) => ({
    value: typed[name],
    fault: faults[name],
    active: which === name,
    onFocus: () => setWhich(name),
    onChange: (value: string) => type(value, name),
  });

  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        const read = readTimes(typed, today);
        if ('faults' in read) return setFaults(read.faults);
        onShown();
        show(read.asked);
      }}
    >
      <TimeField {...field('on')} label={t('common.asOf.on')} hint={t('common.asOf.onHint')} />
      <TimeField {...field('known')} label={t('common.asOf.known')} hint={t('common.asOf.knownHint')}>
        <Button kind="quiet" disabled={typed.on.trim() === ''} onClick={() => type(typed.on, 'known')}>
          {t('common.asOf.sameDay')}
        </Button>
      </TimeField>
      <fieldset className={classes.picker}>
        <legend>{t(`common.asOf.${which}`)}</legend>
        <Calendar key={which} day={typed[which]} max={today} onPick={type} />
      </fieldset>
      <div className={classes.foot}>
        <p className="quiet">{t('common.clock')}</p>
        <Button kind="primary" type="submit">
          {t('common.asOf.show')}
        </Button>
      </div>
    </form>
  );
}

/** A moment as one would type it. */
function typedOf(moment: Moment | undefined): string {
  if (moment === undefined) return '';
  return moment.time === undefined ? moment.day : moment.instant;
}
