import { useTranslation } from 'react-i18next';
import { isTime } from '../language/dates.ts';
import { typedTime } from '../language/typed.ts';
import classes from './typed-input.module.css';
import { type InputProps, TypedInput } from './typed-input.tsx';

/** A time of day to type, of 24 hours in either language. Its value is `HH:MM`, empty, or what was typed where that is no time. */
export function TimeInput({
  value,
  onChange,
  ...input
}: InputProps & { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation();
  return (
    <TypedInput
      className={classes.time}
      placeholder={t('common.time.example')}
      {...input}
      value={value}
      read={typedTime}
      say={(time) => time}
      faultOf={(time) => (time.trim() === '' || isTime(time) ? undefined : t('common.time.invalid'))}
      onChange={onChange}
    />
  );
}
