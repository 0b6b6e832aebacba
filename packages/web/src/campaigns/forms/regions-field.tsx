import { useTranslation } from 'react-i18next';
import { useRunningMines } from '../../api/campaigns.ts';
import { fieldId } from '../../case/form/field-id.ts';
import formClasses from '../../case/form/form.module.css';
import { Fault } from '../../case/form/labelled.tsx';
import { provinces } from '../../case/form/provinces.ts';
import { useLanguage, useWords } from '../../language/use-words.ts';
import { useSession } from '../../session/session.ts';
import campaignClasses from '../campaigns.module.css';
import { RegionTiles } from '../regions/region-tiles.tsx';
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
  const language = useLanguage();
  const own = useSession()?.regions ?? [];
  const byName = new Intl.Collator(language);
  const offered = (own === 'all' ? provinces : own)
    .filter((region) => !settled.includes(region))
    .toSorted((a, b) => byName.compare(place(a), place(b)));
  const id = fieldId(pointer);
  const running = useRunningMines();
  const toggle = (region: string) =>
    onChange(chosen.includes(region) ? chosen.filter((other) => other !== region) : [...chosen, region]);
  return (
    <fieldset className={formClasses.group} aria-describedby={fault === undefined ? undefined : `${id}-fault`}>
      <legend className={formClasses.label}>{label}</legend>
      <Fault id={id} text={fault} />
      <details className={campaignClasses.tiles}>
        <summary>{t('follow.tiles.title')}</summary>
        <RegionTiles
          legend={t('follow.tiles.running')}
          counts={running.data?.byRegion}
          offered={offered}
          chosen={chosen}
          onToggle={toggle}
        />
      </details>
      <div className={classes.regions}>
        {offered.map((region, index) => (
          <label key={region}>
            <input
              id={index === 0 ? id : undefined}
              type="checkbox"
              checked={chosen.includes(region)}
              onChange={() => toggle(region)}
            />
            {place(region)}
          </label>
        ))}
        {offered.length === 0 ? <p className="quiet">{t('form.nothingToChoose')}</p> : null}
      </div>
    </fieldset>
  );
}
