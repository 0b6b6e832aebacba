import { useTranslation } from 'react-i18next';
import classes from '../form/form.module.css';
import type { Correction } from './compose-correction.ts';

/** The choice to void everything that depends on a correction too: `offered` by the preview, or `chosen` already. */
export function VoidToo({
  offered,
  chosen,
  onChoose,
}: {
  readonly offered: readonly Correction[] | null;
  readonly chosen: readonly Correction[];
  readonly onChoose: (further: readonly Correction[]) => void;
}) {
  const { t } = useTranslation();
  const further = chosen.length > 0 ? chosen : (offered ?? []);
  if (further.length === 0) return null;
  return (
    <label className={classes.tickLabel}>
      <input
        type="checkbox"
        checked={chosen.length > 0}
        onChange={(event) => onChoose(event.target.checked ? further : [])}
      />
      {t('case.correction.voidToo', { count: further.length })}
    </label>
  );
}
