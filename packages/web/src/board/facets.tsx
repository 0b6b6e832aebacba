import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaignName } from '../campaigns/campaign-names.tsx';
import { Button } from '../design/button.tsx';
import { StatusShape } from '../design/status-mark.tsx';
import { useMedia } from '../design/use-narrow.ts';
import { mineStatuses } from '../language/statuses.ts';
import { useWords } from '../language/use-words.ts';
import { isFiltered, toggled, valuesOf, withoutFilters } from './board-search.ts';
import { FacetGroup, FacetOption, type FacetsProps, FacetValues } from './facet-group.tsx';
import classes from './facets.module.css';
import { MoreFacets } from './more-facets.tsx';

/** What the list can be narrowed by, each with how many mines it would leave. Where there is no room beside the list they fold away. */
export function Facets(props: FacetsProps) {
  const { t } = useTranslation();
  const folded = useMedia('(max-width: 1099px)');
  if (!folded) {
    return (
      <section aria-label={t('common.filters.label')}>
        <Filters {...props} />
      </section>
    );
  }
  const { status, region, campaign, state, assignee, cycle, waitingOn, overdue, shut } = props.search;
  const chosen = [status, region, campaign, state, assignee, cycle, waitingOn, overdue, shut].flatMap(valuesOf).length;
  return (
    <details className={classes.folded}>
      <summary>
        {chosen > 0 ? t('common.counted', { what: t('board.facet.show'), count: chosen }) : t('board.facet.show')}
      </summary>
      <Filters {...props} />
    </details>
  );
}

function Filters({ search, counts, onChange }: FacetsProps) {
  const { t } = useTranslation();
  const { place, office } = useWords();
  const campaignOf = useCampaignName();
  const statuses = valuesOf(search.status);
  const offices = Object.entries(counts?.byOffice ?? {})
    .sort(([, a], [, b]) => b - a)
    .map(([code]) => code);
  const shownOffices =
    search.waitingOn && search.waitingOn !== 'owner' && !offices.includes(search.waitingOn)
      ? [...offices, search.waitingOn]
      : offices;
  const waiting = (waitingOn: string | undefined) => onChange({ ...search, waitingOn });
  const group = useId();

  return (
    <div className={classes.groups}>
      <FacetGroup legend={t('board.facet.status')}>
        <FacetOption
          type="checkbox"
          checked={search.shut === 'true'}
          onChange={() => onChange({ ...search, shut: search.shut ? undefined : 'true' })}
          count={counts?.shut}
        >
          {t('board.facet.shut')}
        </FacetOption>
        {mineStatuses.map((status) => (
          <FacetOption
            key={status}
            type="checkbox"
            checked={statuses.includes(status)}
            onChange={() => onChange({ ...search, status: toggled(search.status, status) })}
            count={counts && (counts.byStatus[status] ?? 0)}
          >
            <StatusShape status={status} />
            {t(`domain.status.${status}`)}
          </FacetOption>
        ))}
      </FacetGroup>
      <FacetValues
        legend={t('board.facet.region')}
        chosen={search.region}
        counts={counts?.byRegion}
        onChange={(region) => onChange({ ...search, region })}
      >
        {place}
      </FacetValues>
      <FacetGroup legend={t('board.facet.waitingOn')}>
        <FacetOption
          type="radio"
          name={group}
          checked={search.waitingOn === undefined}
          onChange={() => waiting(undefined)}
        >
          {t('board.facet.all')}
        </FacetOption>
        <FacetOption
          type="radio"
          name={group}
          checked={search.waitingOn === 'owner'}
          onChange={() => waiting('owner')}
          count={counts && (counts.byWaitingOn.owner ?? 0)}
        >
          {t('domain.party.owner')}
        </FacetOption>
        {shownOffices.map((code) => (
          <FacetOption
            key={code}
            type="radio"
            name={group}
            checked={search.waitingOn === code}
            onChange={() => waiting(code)}
            count={counts && (counts.byOffice[code] ?? 0)}
          >
            {office(code)}
          </FacetOption>
        ))}
      </FacetGroup>
      <FacetGroup legend={t('board.facet.deadline')}>
        <FacetOption
          type="checkbox"
          checked={search.overdue === 'true'}
          onChange={() => onChange({ ...search, overdue: search.overdue ? undefined : 'true' })}
          count={counts?.overdue}
        >
          {t('board.facet.overdue')}
        </FacetOption>
      </FacetGroup>
      <FacetValues
        legend={t('board.facet.campaign')}
        chosen={search.campaign}
        counts={counts?.byCampaign}
        onChange={(campaign) => onChange({ ...search, campaign })}
      >
        {campaignOf}
      </FacetValues>
      <MoreFacets search={search} counts={counts} onChange={onChange} />
      {isFiltered(search) ? (
        <Button className={classes.clear} onClick={() => onChange(withoutFilters(search))}>
          {t('common.filters.clear')}
        </Button>
      ) : null}
    </div>
  );
}
