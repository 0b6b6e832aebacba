import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';
import { usePersonName } from '../work/use-person-name.ts';
import { type FacetsProps, FacetValues } from './facet-group.tsx';
import classes from './facets.module.css';

/** What is asked for less often: the step of a closed mine, who has the case, which closure it is. Open while one of them narrows the list. */
export function MoreFacets({ search, counts, onChange }: FacetsProps) {
  const { t } = useTranslation();
  const { state } = useWords();
  const nameOf = usePersonName();
  const { assignee, cycle } = search;
  return (
    <details className={classes.more} open={Boolean(search.state ?? assignee ?? cycle)}>
      <summary>{t('board.facet.more')}</summary>
      <div className={classes.groups}>
        <FacetValues
          legend={t('board.facet.state')}
          chosen={search.state}
          counts={counts && closedOnly(counts.byState)}
          onChange={(chosen) => onChange({ ...search, state: chosen })}
        >
          {(value) => state('operation', value)}
        </FacetValues>
        <FacetValues
          legend={t('board.facet.assignee')}
          chosen={assignee}
          counts={counts?.byAssignee}
          onChange={(chosen) => onChange({ ...search, assignee: chosen })}
        >
          {nameOf}
        </FacetValues>
        <FacetValues
          legend={t('board.facet.cycle')}
          chosen={cycle}
          single
          counts={counts?.byCycle}
          onChange={(chosen) => onChange({ ...search, cycle: chosen })}
        >
          {(value) => (value === '0' ? t('board.facet.neverClosed') : t('board.facet.closure', { cycle: value }))}
        </FacetValues>
      </div>
    </details>
  );
}

/** The other states are statuses, which have a filter of their own. */
function closedOnly(byState: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(byState).filter(([name]) => name.startsWith('closed.')));
}
