import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { SelectFilter } from '../design/select-filter.tsx';
import classes from './closures-page.module.css';
import { type ClosureFilter, type ClosuresSearch, closureFilters, withoutClosureFilters } from './closures-search.ts';
import { useFilterWords } from './use-filter-words.ts';

const outcomes = ['reopened', 'withdrawn', 'quashed', 'decommissioned'] as const;

/** These have a control of their own. */
const chosen: readonly ClosureFilter[] = ['ongoing', 'outcome', 'q'];

/** What the list is narrowed by: the usual to choose from, and whatever else the address says, each to be taken away. */
export function ClosureFilters({
  search,
  onChange,
}: {
  readonly search: ClosuresSearch;
  readonly onChange: (search: ClosuresSearch) => void;
}) {
  const { t } = useTranslation();
  const wordsOf = useFilterWords();
  const others = closureFilters.flatMap((name) => {
    const value = search[name];
    return chosen.includes(name) || value === undefined ? [] : [{ name, value }];
  });
  const isNarrowed = closureFilters.some((name) => search[name] !== undefined);
  return (
    <search className={classes.filters} aria-label={t('common.filters.label')}>
      <SelectFilter
        label={t('closures.filter.ongoing')}
        value={search.ongoing}
        all={t('closures.all')}
        options={[
          { value: 'true', text: t('closures.ongoing') },
          { value: 'false', text: t('closures.ended') },
        ]}
        onChange={(ongoing) =>
          onChange({ ...search, ongoing: ongoing === 'true' || ongoing === 'false' ? ongoing : undefined })
        }
      />
      <SelectFilter
        label={t('closures.filter.outcome')}
        value={search.outcome}
        all={t('closures.everyOutcome')}
        options={outcomes.map((value) => ({ value, text: t(`domain.outcome.${value}`) }))}
        onChange={(outcome) => onChange({ ...search, outcome })}
      />
      {others.length > 0 ? (
        <ul className={classes.chips} aria-label={t('common.filters.narrowedTo')}>
          {others.map(({ name, value }) => (
            <li key={name}>
              {t('common.named', { name: t(`closures.filter.${name}`) })}
              <strong>{wordsOf(name, value)}</strong>
              <Button kind="quiet" onClick={() => onChange({ ...search, [name]: undefined })}>
                {t('common.filters.remove')}
                <span className="visually-hidden"> {t(`closures.filter.${name}`)}</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {isNarrowed ? (
        <Button kind="quiet" onClick={() => onChange(withoutClosureFilters(search))}>
          {t('common.filters.clear')}
        </Button>
      ) : null}
    </search>
  );
}
