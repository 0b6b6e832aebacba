import { type FoldedMine, fold, type Instants } from '@rectify/engine/rectification';
import { closedFor, lasts } from '../as-of/mine-versions.ts';
import { isVersionAt, pointOf } from '../as-of/version-at.ts';
import { type Sql, sql } from '../keyset.ts';
import { isPresent, type Source } from '../source.ts';

/** The mines of an instant: what to select them from, as `m`, with the columns that lists filter and sort by. */
export interface MinesAt {
  readonly from: Sql;
  /** One of them, folded as of and as known at the instants. */
  mine(mineId: string): FoldedMine;
}

/** The mines as they stand now by all that is known, or as they stood by what was known. */
export function minesAt(source: Source): MinesAt {
  const { mines, facts } = source.database;
  const { instants } = source;
  return {
    from: isPresent(source) ? sql('mines m') : versionsAt(instants),
    mine(mineId) {
      const folded = isPresent(source) ? mines.get(mineId) : fold(facts.ofMine(mineId), instants);
      if (!folded) throw new Error(`The mine ${mineId} is listed at an instant at which it does not fold.`);
      return folded;
    },
  };
}

const ofVersions = ['name', 'region', 'status_rank', 'procedure', 'since', 'until', 'needs', 'words', 'standing'];
const ofStandings = ['status', 'state', 'shut', 'assignee', 'cycle', 'campaign'];
const asTheyAre = [...ofVersions.map((name) => `v.${name}`), ...ofStandings.map((name) => `s.${name}`)].join(', ');

/** Whom a version `v` with its standing `s` waited for, and what was due, given the requests `r` that waited: columns to select. */
export const withRequests = {
  waiting_on: "iif(v.waits_for_requests and r.office is not null, 'authority', s.waiting_on) as waiting_on",
  office: 'iif(v.waits_for_requests and r.office is not null, r.office, s.office) as office',
  due: 'min(coalesce(v.due, r.due), coalesce(r.due, v.due)) as due',
} as const;

/** Every mine that there was at the instants, once. A version begins with what changed last. */
function versionsAt(instants: Instants): Sql {
  const point = pointOf(instants);
  const { known } = point;
  const isVersion = isVersionAt('v', point);
  return sql(
    `(select v.mine_id, v.valid_from as changed, ${asTheyAre}, ${Object.values(withRequests).join(', ')},
        ${lasts('v.')} as lasts, ${closedFor('v.')} as closed_for
      from mine_versions v cross join standings s on s.standing = v.standing left join request_versions r
        on r.mine_id = v.mine_id and r.procedure = v.procedure and r.known_from <= ? and r.known_to > ?
      where ${isVersion.sql}) m`,
    known,
    known,
    ...isVersion.params,
  );
}
