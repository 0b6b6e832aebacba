import { useTranslation } from 'react-i18next';
import { provinces } from '../../case/form/provinces.ts';
import { useWords } from '../../language/use-words.ts';
import { useSession } from '../../session/session.ts';
import classes from './forms.module.css';

/** Regions to tick: those in which the person acts, but for those that are settled already. */
export function RegionsField({
  label,
  settled = [],
  chosen,
  fault,
  onChange,
}: {
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
  return (
    <fieldset className={classes.field} data-faulty={fault !== undefined}>
      <legend>{label}</legend>
      {fault ? (
        <p role="alert" className={classes.fault}>
          {fault}
        </p>
      ) : null}
      <div className={classes.regions}>
        {offered.map((region) => (
          <label key={region}>
            <input
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
