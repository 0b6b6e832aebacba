import { z } from 'zod';
import { allOf, type PlacedRow, pageOf, sql, totalOf } from '../keyset.ts';
import type { ReadDatabase } from '../read-database.ts';
import { oneOf } from '../status/mine-conditions.ts';
import type { Viewer } from '../viewer.ts';
import type { CampaignCases, CampaignInFull, CampaignState, CampaignWithCases } from './campaign-answer.ts';
import { campaignIn, type StoredCampaign } from './campaigns-table.ts';
import { describeCampaign } from './describe-campaign.ts';
import { outcomesSoFar } from './list-run-cases.ts';
import { campaignStanding } from './standing.ts';

/** One page of campaigns and how many there are. */
interface CampaignPage {
  readonly items: CampaignWithCases[];
  readonly total: number;
  readonly next?: PlacedRow['place'];
}

/** A page of the campaigns in some states, the latest first, after a place in that order. */
export function pageOfCampaigns(
  database: ReadDatabase,
  {
    state,
    limit,
    after,
  }: {
    readonly state: readonly CampaignState[] | undefined;
    readonly limit: number;
    readonly after: PlacedRow['place'] | undefined;
  },
  viewer: Viewer,
): CampaignPage {
  const listing = {
    columns: 'c.folded',
    from: sql('campaigns c'),
    where: allOf(state ? [oneOf('c.state', state)] : []),
    sortKey: sql('c.opened'),
    descending: true,
    ties: ['c.campaign_id'],
  };
  const rows = pageOf(database.db, listing, after, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ row }) => campaignWithCases(database, campaignIn(row), viewer)),
    total: totalOf(database.db, listing),
    ...(rows.length > limit && { next: shown.at(-1)?.place }),
  };
}

/** A campaign as answered, with where its mines stand. */
function campaignWithCases(database: ReadDatabase, stored: StoredCampaign, viewer: Viewer): CampaignWithCases {
  const cases = casesOf(database, stored.campaign.campaignId);
  return { ...describeCampaign(stored, viewer, outcomesSoFar(database)), cases };
}

/** A campaign as answered by itself, with where its mines stand region by region. */
export function campaignInFull(database: ReadDatabase, stored: StoredCampaign, viewer: Viewer): CampaignInFull {
  const { campaignId } = stored.campaign;
  const rows = counted
    .extend({ region: z.string() })
    .array()
    .parse(
      database.db
        .prepare(
          `select m.region, c.standing, count(*) as mines, sum(c.targeted) as targeted
         from campaign_mines c join mines m using (mine_id) where c.campaign_id = ? group by m.region, c.standing order by m.region`,
        )
        .all(campaignId),
    );
  const byRegion = Map.groupBy(rows, ({ region }) => region);
  return {
    ...campaignWithCases(database, stored, viewer),
    byRegion: Object.fromEntries([...byRegion].map(([region, ofRegion]) => [region, casesIn(ofRegion)])),
  };
}

const counted = z.object({ standing: campaignStanding.nullable(), mines: z.number(), targeted: z.number() });

function casesOf({ db }: ReadDatabase, campaignId: string): CampaignCases {
  const rows = db
    .prepare(
      `select standing, count(*) as mines, sum(targeted) as targeted
       from campaign_mines where campaign_id = ? group by standing`,
    )
    .all(campaignId);
  return casesIn(counted.array().parse(rows));
}

function casesIn(rows: readonly z.infer<typeof counted>[]): CampaignCases {
  const standing = (wanted: z.infer<typeof campaignStanding> | null) =>
    rows.find((row) => row.standing === wanted)?.mines ?? 0;
  return {
    targeted: rows.reduce((sum, row) => sum + row.targeted, 0),
    untouched: standing(null),
    requested: standing('requested'),
    closed: standing('closed'),
    inspected: standing('inspected'),
    licensed: standing('licensed'),
    reopened: standing('reopened'),
    withdrawn: standing('withdrawn'),
    quashed: standing('quashed'),
    decommissioned: standing('decommissioned'),
  };
}
