import { useTranslation } from 'react-i18next';
import type { ChangesAnswer } from '../api/answers.ts';
import classes from './changes-page.module.css';
import { type ChangesSearch, kinds } from './changes-search.ts';

/** In which ways mines changed, each with how many; pressed, only those are shown. */
export function KindFilters({
  counts,
  chosen,
  onChoose,
}: {
  readonly counts: ChangesAnswer['counts'];
  readonly chosen: ChangesSearch['kind'];
  readonly onChoose: (kind: ChangesSearch['kind']) => void;
}) {
  const { t } = useTranslation();
  const shown = kinds.filter((kind) => counts[kind] > 0 || kind === chosen);
  if (shown.length === 0) return null;
  return (
    <ul className={classes.kinds} aria-label={t('changes.kinds')}>
      {shown.map((kind) => (
        <li key={kind}>
          <button
            type="button"
            aria-pressed={kind === chosen}
            onClick={() => onChoose(kind === chosen ? undefined : kind)}
          >
            {t(`changes.kind.${kind}`)} <span className="quiet">{counts[kind]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
