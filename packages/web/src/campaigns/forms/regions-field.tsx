import { useTranslation } from 'react-i18next';
import { fieldId } from '../../case/form/field-id.ts';
import formClasses from '../../case/form/form.module.css';
import { Fault } from '../../case/form/labelled.tsx';
import { provinces } from '../../case/form/provinces.ts';
import { useWords } from '../../language/use-words.ts';
import { useSession } from '../../session/session.ts';
import classes from './forms.module.css';

/** Regions to tick: those in which the person acts, but for those that are settled already. */
export function RegionsField({
  pointer,
  label,
  settled = [],
  chosen,
  fault,
  onChange,
}: {
  readonly pointer: string;
  readonly label: string;
  readonly settled?: readonly string[];
  readonly chosen: readonly string[];
  readonly fault?: string | undefined;
  readonly onChange: (regions: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const { place } = useWords();
  const own = useSession()?.regions ?? [];
  const offered = (own === 'all' ? provinces : own).filter((region) => !settled.includes(region));
  const id = fieldId(pointer);
  return (
    <fieldset className={formClasses.group} aria-describedby={fault === undefined ? undefined : `${id}-fault`}>
      <legend className={formClasses.label}>{label}</legend>
      <Fault id={id} text={fault} />
      <div className={classes.regions}>
        {offered.map((region, index) => (
          <label key={region}>
            <input
              id={index === 0 ? id : undefined}
              type="checkbox"
              checked={chosen.includes(region)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, region] : chosen.filter((other) => other !== region))
              }
            />
            {place(region)}
          </label>
        ))}
        {offered.length === 0 ? <p className="quiet">{t('case.form.nothingToChoose')}</p> : null}
      </div>
    </fieldset>
  );
}
