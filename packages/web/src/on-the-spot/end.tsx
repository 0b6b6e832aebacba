import { useTranslation } from 'react-i18next';
import type { FieldProps } from '../case/form/field-props.ts';
import { FormField } from '../case/form/form-field.tsx';
import { Button } from '../design/button.tsx';
import { useWords } from '../language/use-words.ts';
import type { Result } from './compose-inspection.ts';
import { abandonedField, endFields } from './inspection-fields.ts';
import classes from './on-the-spot.module.css';
import { Part } from './part.tsx';

/**
 * How an inspection ends: with its result, which puts it on record, or, once it has begun, without one for a reason.
 * Until it has begun, to begin it is what the screen asks for.
 */
export function End({
  result,
  begun,
  onAbandon,
  ...props
}: Pick<FieldProps, 'entries' | 'faults' | 'onEnter'> & {
  readonly result: Result;
  readonly begun: boolean;
  readonly onAbandon: () => void;
}) {
  const { t } = useTranslation();
  const { verb } = useWords();
  return (
    <Part title={t('spot.end.title')}>
      <p className={classes.result}>
        {result.passed ? t('spot.end.passed') : t('spot.end.failed', { count: result.open })}
      </p>
      <FormField {...props} type="InspectionPassed" field={endFields.ownerSide} />
      <FormField {...props} type="InspectionPassed" field={endFields.summary} />
      <Button kind={begun ? 'primary' : 'plain'} type="submit">
        {t('spot.put')}
      </Button>
      <p className="quiet">{t('spot.putHint')}</p>
      {begun ? (
        <details className={classes.more}>
          <summary>{t('spot.abandon.title')}</summary>
          <p className="quiet">{t('spot.abandon.hint')}</p>
          <FormField {...props} type="InspectionAbandoned" field={abandonedField} />
          <Button onClick={onAbandon}>{verb('InspectionAbandoned')}</Button>
        </details>
      ) : null}
    </Part>
  );
}
