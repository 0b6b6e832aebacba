import { type Instants, officials, type Person } from '@rectify/engine/rectification';
import { pointOf } from '../as-of/version-at.ts';
import { keepingLast } from '../keeping-last.ts';
import { allOf, sql } from '../keyset.ts';
import { mineIdsIn } from '../mine-ids.ts';
import type { ReadDatabase } from '../read-database.ts';
import { foldedSnapshot, type Snapshot } from '../snapshot.ts';
import { oneOf } from '../status/mine-conditions.ts';
import { minesAt } from '../status/mines-at.ts';
import { mineAsKept } from '../status/mines-table.ts';
import type { Viewer } from '../viewer.ts';
import { workAsKept } from './work-table.ts';

/** Queues kept in memory, so that their further pages do not fold again. */
const KEPT_QUEUES = 2;

/** Gives what needed people at instants, as tables like those of the present. */
export type WorkAt = (instants: Instants, person: Person) => Promise<Snapshot>;

/**
 * The mines that needed anybody at instants are found among their versions and folded from their facts, in the regions of an official, or those of an
 * owner from what they may see. As many as there were are folded, so that this takes long where thousands were shut.
 */
export function workAt(live: () => ReadDatabase): WorkAt {
  const keep = keepingLast<Snapshot>(KEPT_QUEUES);
  return (instants, person) => {
    const { storeId } = live();
    const { role, regions, mines, operator } = person;
    const seen = role === 'owner' ? { mines, operator } : { regions, sees: officials.includes(role) };
    return keep(JSON.stringify([instants, seen, storeId, live().position()]), () => folded(live, instants, person));
  };
}

function folded(live: () => ReadDatabase, instants: Instants, person: Person): Promise<Snapshot> {
  const viewer: Viewer =
    person.role === 'owner' ? { kind: 'owner', mines: person.mines, operator: person.operator } : { kind: 'official' };
  const candidates = viewer.kind === 'owner' ? viewer.mines : minesInNeed(live(), instants, person);
  return foldedSnapshot(live, candidates, instants, viewer, (into, mine) => {
    into.mines.put(mineAsKept(mine));
    into.work.put(mine.mine.mineId, workAsKept(mine));
  });
}

/** The mines that needed anybody, or in which a request under four eyes waited. */
function minesInNeed(database: ReadDatabase, instants: Instants, { role, regions }: Person): string[] {
  if (!officials.includes(role)) return [];
  const { known } = pointOf(instants);
  const { from } = minesAt({ database, instants });
  const where = allOf([
    ...(regions === 'all' ? [] : [oneOf('m.region', regions)]),
    sql(
      'm.needs or m.mine_id in (select mine_id from request_versions where known_from <= ? and known_to > ?)',
      known,
      known,
    ),
  ]);
  const rows = database.db
    .prepare(`select m.mine_id from ${from.sql} where ${where.sql}`)
    .all(...from.params, ...where.params);
  return mineIdsIn(rows);
}
