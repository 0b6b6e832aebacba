import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EventForMany, useCampaign, usePreviewOfMany, useStartRun } from '../../api/campaigns.ts';
import { useMineCounts, useMines } from '../../api/queries.ts';
import { LookingBack } from '../../as-of/looking-back.tsx';
import { useAsOf } from '../../as-of/use-as-of.ts';
import { filtersOf, toggled, valuesOf } from '../../board/board-search.ts';
import { Facets } from '../../board/facets.tsx';
import { SearchField } from '../../board/search-field.tsx';
import { Button } from '../../design/button.tsx';
import { Failure, Loading } from '../../design/states.tsx';
import { useSession } from '../../session/session.ts';
import { ParentLink, YouAreHere } from '../../shell/you-are-here.tsx';
import classes from '../campaigns.module.css';
import { MineNamed } from '../mine-named.tsx';
import { RegionTiles } from '../regions/region-tiles.tsx';
import { type ActSearch, actTypesOf, MOST_CHOSEN } from './act-search.ts';
import { EventFields } from './event-fields.tsx';
import { PreviewGroups } from './preview-groups.tsx';
import type { Previewed } from './previewed.ts';

/** Does one thing to many mines of a campaign: which mines, what, what would become of each, and only then that. */
export function ActPage() {
  const { t } = useTranslation();
  const { campaignId } = useParams({ from: '/campaigns/$campaignId/act' });
  const campaign = useCampaign(campaignId);
  const past = useAsOf().kind === 'past';
  return (
    <div className={classes.page}>
      <title>{`${t('campaigns.act.title')} · ${t('common.product')}`}</title>
      <header className={classes.summary}>
        <YouAreHere>
          <ParentLink to="/campaigns">{t('campaigns.title')}</ParentLink>
          <ParentLink to="/campaigns/$campaignId" params={{ campaignId }}>
            {campaign.data?.name ?? campaignId}
          </ParentLink>
        </YouAreHere>
        <h1>{t('campaigns.act.title')}</h1>
      </header>
      {past ? (
        <>
          <p>{t('campaigns.act.past')}</p>
          <LookingBack />
        </>
      ) : campaign.isPending ? (
        <Loading lines={8} />
      ) : campaign.isError ? (
        <Failure error={campaign.error} onRetry={() => void campaign.refetch()} />
      ) : (
        <Act campaignId={campaignId} />
      )}
    </div>
  );
}

function Act({ campaignId }: { readonly campaignId: string }) {
  const { t } = useTranslation();
  const search = useSearch({ from: '/campaigns/$campaignId/act' });
  const navigate = useNavigate({ from: '/campaigns/$campaignId/act' });
  const field = useRef<HTMLInputElement>(null);
  const filters = filtersOf(search);
  const chosen = valuesOf(search.mineId);
  const counts = useMineCounts(filters);
  const count = chosen.length > 0 ? chosen.length : counts.data?.total;
  const preview = usePreviewOfMany(campaignId);
  const start = useStartRun(campaignId);
  const [shown, setShown] = useState<Previewed | null>(null);
  const types = actTypesOf(useSession()?.role);
  const type = types.find((one) => one === search.type) ?? types[0];
  const go = (next: ActSearch) => {
    setShown(null);
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  };
  const look = (event: EventForMany) => {
    const asked = Object.entries({ ...filters, mineId: search.mineId });
    const query = Object.fromEntries(asked.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    preview.mutate({ query, event }, { onSuccess: (answer) => setShown({ answer, event, query }) });
  };
  const begin = (token: string) =>
    start.mutate(token, {
      onSuccess: ({ run: { runId } }) =>
        void navigate({ to: '/campaigns/$campaignId/runs/$runId', params: { campaignId, runId } }),
    });

  if (type === undefined) return <p>{t('campaigns.act.notYours')}</p>;
  if (shown) {
    return (
      <PreviewGroups
        previewed={shown}
        campaignId={campaignId}
        starting={start.isPending}
        failure={start.error}
        onStart={begin}
        onChange={() => {
          start.reset();
          setShown(null);
        }}
      />
    );
  }
  return (
    <div className={classes.steps}>
      <section className={classes.part}>
        <h2>{t('campaigns.act.which')}</h2>
        {chosen.length > 0 ? (
          <Chosen mineIds={chosen} onOthers={() => go({ mineId: undefined })} />
        ) : (
          <>
            <SearchField ref={field} value={search.q ?? ''} onChange={(q) => go({ ...search, q: q || undefined })} />
            <p role="status" className={classes.selected}>
              {counts.data ? t('campaigns.act.selected', { count: counts.data.total }) : null}
            </p>
            <details open className={classes.tiles}>
              <summary>{t('follow.tiles.title')}</summary>
              <RegionTiles
                legend={t('follow.tiles.legend')}
                counts={counts.data?.byRegion}
                offered={[...new Set([...Object.keys(counts.data?.byRegion ?? {}), ...valuesOf(search.region)])]}
                chosen={valuesOf(search.region)}
                onToggle={(region) => go({ ...search, region: toggled(search.region, region) })}
              />
            </details>
            <Facets search={search} counts={counts.data} onChange={(next) => go({ type: search.type, ...next })} />
          </>
        )}
      </section>
      <section className={classes.part}>
        <h2>{t('board.select.what')}</h2>
        {preview.isError ? <Failure error={preview.error} /> : null}
        <EventFields
          type={type}
          types={types}
          looking={preview.isPending}
          disabled={count === 0}
          onType={(next) => go({ ...search, type: next })}
          onLook={look}
        />
      </section>
    </div>
  );
}

/** The mines that were chosen one by one on the board; instead of them filters can say which. */
function Chosen({ mineIds, onOthers }: { readonly mineIds: readonly string[]; readonly onOthers: () => void }) {
  const { t } = useTranslation();
  const mines = useMines({ mineId: mineIds.join(','), limit: MOST_CHOSEN });
  const names = new Map(mines.data?.items.map(({ mineId, name }) => [mineId, name]));
  return (
    <>
      <p role="status" className={classes.selected}>
        {t('campaigns.act.chosen', { count: mineIds.length })}
      </p>
      <ul className={classes.chosen} aria-busy={mines.isPending}>
        {mineIds.map((mineId) => (
          <li key={mineId}>
            <MineNamed mineId={mineId} name={names.get(mineId)} />
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button kind="quiet" flush onClick={onOthers}>
          {t('campaigns.act.byFilters')}
        </Button>
      </div>
    </>
  );
}
