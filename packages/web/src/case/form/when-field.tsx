import { useTranslation } from 'react-i18next';
import { localParts } from '../../language/dates.ts';
import type { FieldProps } from './field-props.ts';
import classes from './form.module.css';
import { Moment } from './moment-field.tsx';
import { WHEN } from './when.ts';

/** When it happened: now, or earlier, to the minute or to the day. */
export function WhenField({ entries, onEnter, faults }: Pick<FieldProps, 'entries' | 'onEnter' | 'faults'>) {
  const { t } = useTranslation();
  const earlier = entries[`${WHEN}#earlier`] === true;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>{t('form.when')}</legend>
      <label className={classes.tickLabel}>
        <input type="radio" name={WHEN} checked={!earlier} onChange={() => onEnter(`${WHEN}#earlier`, false)} />
        {t('form.now')}
      </label>
      <label className={classes.tickLabel}>
        <input type="radio" name={WHEN} checked={earlier} onChange={() => onEnter(`${WHEN}#earlier`, true)} />
        {t('form.earlier')}
      </label>
      {earlier ? (
        <Moment
          pointer={WHEN}
          entries={entries}
          onEnter={onEnter}
          fault={faults.get(WHEN)}
          timeOptional
          max={localParts(new Date()).day}
        />
      ) : null}
    </fieldset>
  );
}
