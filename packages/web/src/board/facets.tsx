import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineCounts } from '../api/answers.ts';
import { Button } from '../design/button.tsx';
import { StatusShape } from '../design/status-mark.tsx';
import { useMedia } from '../design/use-narrow.ts';
import { mineStatuses } from '../language/statuses.ts';
import { useWords } from '../language/use-words.ts';
import { type BoardSearch, isFiltered, toggled, valuesOf, withoutFilters } from './board-search.ts';
import classes from './facets.module.css';

interface FacetsProps {
  readonly search: BoardSearch;
  readonly counts: MineCounts | undefined;
  readonly onChange: (search: BoardSearch) => void;
}

/** What the list can be narrowed by, each with how many mines it would leave. Where there is no room beside the list they fold away. */
export function Facets(props: FacetsProps) {
  const { t } = useTranslation();
  const folded = useMedia('(max-width: 1099px)');
  if (!folded) {
    return (
      <section aria-label={t('board.facet.label')}>
        <Filters {...props} />
      </section>
    );
  }
  const { status, region, campaign, waitingOn, overdue } = props.search;
  const several = [status, region, campaign].flatMap(valuesOf);
  const chosen = several.length + (waitingOn ? 1 : 0) + (overdue ? 1 : 0);
  return (
    <details className={classes.folded}>
      <summary>
        {t('board.facet.show')}
        {chosen > 0 ? ` (${chosen})` : null}
      </summary>
      <Filters {...props} />
    </details>
  );
}

function Filters({ search, counts, onChange }: FacetsProps) {
  const { t } = useTranslation();
  const { place, office } = useWords();
  const statuses = valuesOf(search.status);
  const regions = valuesOf(search.region);
  const campaigns = valuesOf(search.campaign);
  const knownRegions = Object.keys(counts?.byRegion ?? {});
  const shownRegions = [...new Set([...knownRegions, ...regions])].sort();
  const shownCampaigns = [...new Set([...Object.keys(counts?.byCampaign ?? {}), ...campaigns])].sort();
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
      <Group legend={t('board.facet.status')}>
        {mineStatuses.map((status) => (
          <Option
            key={status}
            type="checkbox"
            checked={statuses.includes(status)}
            onChange={() => onChange({ ...search, status: toggled(search.status, status) })}
            count={counts && (counts.byStatus[status] ?? 0)}
          >
            <StatusShape status={status} />
            {t(`domain.status.${status}`)}
          </Option>
        ))}
      </Group>
      {shownRegions.length > 0 ? (
        <Group legend={t('board.facet.region')}>
          {shownRegions.map((region) => (
            <Option
              key={region}
              type="checkbox"
              checked={regions.includes(region)}
              onChange={() => onChange({ ...search, region: toggled(search.region, region) })}
              count={counts && (counts.byRegion[region] ?? 0)}
            >
              {place(region)}
            </Option>
          ))}
        </Group>
      ) : null}
      <Group legend={t('board.facet.waitingOn')}>
        <Option type="radio" name={group} checked={search.waitingOn === undefined} onChange={() => waiting(undefined)}>
          {t('board.facet.all')}
        </Option>
        <Option
          type="radio"
          name={group}
          checked={search.waitingOn === 'owner'}
          onChange={() => waiting('owner')}
          count={counts && (counts.byWaitingOn.owner ?? 0)}
        >
          {t('domain.party.owner')}
        </Option>
        {shownOffices.map((code) => (
          <Option
            key={code}
            type="radio"
            name={group}
            checked={search.waitingOn === code}
            onChange={() => waiting(code)}
            count={counts && (counts.byOffice[code] ?? 0)}
          >
            {office(code)}
          </Option>
        ))}
      </Group>
      <Group legend={t('board.facet.deadline')}>
        <Option
          type="checkbox"
          checked={search.overdue === 'true'}
          onChange={() => onChange({ ...search, overdue: search.overdue ? undefined : 'true' })}
          count={counts?.overdue}
        >
          {t('board.facet.overdue')}
        </Option>
      </Group>
      {shownCampaigns.length > 0 ? (
        <Group legend={t('board.facet.campaign')}>
          {shownCampaigns.map((campaign) => (
            <Option
              key={campaign}
              type="checkbox"
              checked={campaigns.includes(campaign)}
              onChange={() => onChange({ ...search, campaign: toggled(search.campaign, campaign) })}
              count={counts && (counts.byCampaign[campaign] ?? 0)}
            >
              {campaign}
            </Option>
          ))}
        </Group>
      ) : null}
      {isFiltered(search) ? (
        <Button className={classes.clear} onClick={() => onChange(withoutFilters(search))}>
          {t('board.facet.clear')}
        </Button>
      ) : null}
    </div>
  );
}

function Group({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

function Option({
  type,
  name,
  checked,
  onChange,
  count,
  children,
}: {
  readonly type: 'checkbox' | 'radio';
  readonly name?: string;
  readonly checked: boolean;
  readonly onChange: () => void;
  readonly count?: number | undefined;
  readonly children: ReactNode;
}) {
  return (
    <label className={classes.option} data-none={count === 0 && !checked}>
      <input type={type} name={name} checked={checked} onChange={onChange} />
      <span className={classes.optionText}>{children}</span>
      <span className={classes.count}>{count}</span>
    </label>
  );
}
