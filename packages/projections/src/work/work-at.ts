import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Instants, milliseconds, officials, type Person } from '@rectify/engine/rectification';
import { z } from 'zod';
import { FOREVER } from '../as-of/knowledge.ts';
import { keepingLast } from '../keeping-last.ts';
import { allOf, sql } from '../keyset.ts';
import { createReadDatabase, type ReadDatabase } from '../read-database.ts';
import type { Snapshot } from '../snapshot.ts';
import { oneOf } from '../status/mine-conditions.ts';
import { minesAt } from '../status/mines-at.ts';
import { foldFor, isTheirsNow, type Viewer } from '../viewer.ts';

/** Mines folded before the event loop turns. */
const MINES_A_TURN = 20;

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

async function folded(live: () => ReadDatabase, instants: Instants, person: Person): Promise<Snapshot> {
  const position = live().position() ?? null;
  const recordedUntil = live().recordedUntil();
  const upTo = live().facts.last();
  const viewer: Viewer =
    person.role === 'owner' ? { kind: 'owner', mines: person.mines, operator: person.operator } : { kind: 'official' };
  const candidates = viewer.kind === 'owner' ? viewer.mines : minesInNeed(live(), instants, person);
  const database = createReadDatabase(':memory:', live().storeId);
  database.procedures.takeFrom(live().procedures);
  for (const [index, mineId] of candidates.entries()) {
    if (index > 0 && index % MINES_A_TURN === 0) await nextTurn();
    const facts = live().facts.ofMine(mineId, upTo);
    const mine = isTheirsNow(viewer, facts) ? foldFor(viewer, facts, instants) : undefined;
    if (!mine) continue;
    database.mines.put(mine);
    database.work.put(mine);
  }
  return { database, position, recordedUntil, instants: {} };
}

const ids = z.array(z.object({ mine_id: z.string() }));

/** The mines that needed anybody, or in which a request under four eyes waited. */
function minesInNeed(database: ReadDatabase, instants: Instants, { role, regions }: Person): string[] {
  if (!officials.includes(role)) return [];
  const known = instants.knownAt === undefined ? FOREVER - 1 : milliseconds(instants.knownAt);
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
  return ids.parse(rows).map(({ mine_id }) => mine_id);
}
