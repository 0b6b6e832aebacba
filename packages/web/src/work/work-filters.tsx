import { useTranslation } from 'react-i18next';
import { useRegionsNow } from '../api/work.ts';
import { Button } from '../design/button.tsx';
import { Choice } from '../design/choice.tsx';
import { useWords } from '../language/use-words.ts';
import { useSession } from '../session/session.ts';
import classes from './work-filters.module.css';
import { isFiltered, kinds, scopes, type WorkSearch, withoutFilters } from './work-search.ts';

/** What the queue can be narrowed by: whose cases, what kind, where, and whether overdue. */
export function WorkFilters({
  search,
  onChange,
}: {
  readonly search: WorkSearch;
  readonly onChange: (search: WorkSearch) => void;
}) {
  const { t } = useTranslation();
  const { place } = useWords();
  const regions = useOwnRegions(search.region);
  return (
    <search className={classes.filters} aria-label={t('common.filters.label')}>
      <Choice
        legend={t('work.filter.scope')}
        options={scopes.map((scope) => ({ value: scope, text: t(`work.filter.scopes.${scope}`) }))}
        value={search.scope ?? 'all'}
        onChange={(scope) => onChange({ ...search, scope: scope === 'all' ? undefined : scope })}
      />
      <select
        aria-label={t('work.filter.kind')}
        value={search.kind ?? ''}
        onChange={({ target }) => onChange({ ...search, kind: kinds.find((kind) => kind === target.value) })}
      >
        <option value="">{t('work.filter.everyKind')}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`work.filter.kinds.${kind}`)}
          </option>
        ))}
      </select>
      {regions.length > 1 ? (
        <select
          aria-label={t('work.column.region')}
          value={search.region ?? ''}
          onChange={({ target }) => onChange({ ...search, region: target.value || undefined })}
        >
          <option value="">{t('work.filter.everyRegion')}</option>
          {regions.map((region) => (
            <option key={region} value={region}>
              {place(region)}
            </option>
          ))}
        </select>
      ) : null}
      <label className={classes.tick}>
        <input
          type="checkbox"
          checked={search.overdue === 'true'}
          onChange={() => onChange({ ...search, overdue: search.overdue ? undefined : 'true' })}
        />
        {t('work.filter.overdue')}
      </label>
      {isFiltered(search) ? (
        <Button kind="quiet" onClick={() => onChange(withoutFilters)}>
          {t('common.filters.clear')}
        </Button>
      ) : null}
    </search>
  );
}

/** The regions that the person has, or all that have a mine; the chosen one among them. */
function useOwnRegions(chosen: string | undefined): readonly string[] {
  const own = useSession()?.regions ?? [];
  const { data } = useRegionsNow({ enabled: own === 'all' });
  const known = own === 'all' ? (data ?? []) : own;
  return chosen === undefined || known.includes(chosen) ? known : [...known, chosen];
}
