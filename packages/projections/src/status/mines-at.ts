import { type FoldedMine, fold, type Instants } from '@rectify/engine/rectification';
import { isVersionAt, pointOf } from '../as-of/version-at.ts';
import { type Sql, sql } from '../keyset.ts';
import { isPresent, type Source } from '../source.ts';
import { standingNames } from './standing-columns.ts';

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

const ofRequests = ['waiting_on', 'office', 'due'];
const ofVersions = standingNames.filter((name) => !ofRequests.includes(name)).map((name) => `v.${name}`);

/** Every mine that there was at the instants, once. */
function versionsAt(instants: Instants): Sql {
  const point = pointOf(instants);
  const { known } = point;
  const isVersion = isVersionAt('v', point);
  return sql(
    `(select v.mine_id, ${ofVersions.join(', ')},
        iif(v.waits_for_requests and r.office is not null, 'authority', v.waiting_on) as waiting_on,
        iif(v.waits_for_requests and r.office is not null, r.office, v.office) as office,
        min(coalesce(v.due, r.due), coalesce(r.due, v.due)) as due
      from mine_versions v left join request_versions r
        on r.mine_id = v.mine_id and r.procedure = v.procedure and r.known_from <= ? and r.known_to > ?
      where ${isVersion.sql}) m`,
    known,
    known,
    ...isVersion.params,
  );
}
