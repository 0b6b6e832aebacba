import { insertingValues } from '../as-of/knowledge.ts';
import type { ReadDatabase } from '../read-database.ts';
import { standingsTable } from '../status/standings-table.ts';
import { wordsTable } from '../status/words-table.ts';
import type { MineAsWhole } from './fold-mine.ts';
import { byTable, knownNames, knownTables } from './known-tables.ts';

/** Standings that are known to be there at most; of others it is looked up. */
const MOST_KNOWN = 10_000;

/** Writes mines as wholes into a read database that holds nothing of them but their facts. */
export function writingMines(into: ReadDatabase): (mine: MineAsWhole) => void {
  const { db } = into;
  const inserting = byTable((name) => insertingValues(db, knownTables[name]));
  const words = wordsTable(db);
  const standings = standingsTable(db);
  const there = new Set<string>();

  function isNew(standing: string): boolean {
    if (there.has(standing)) return false;
    if (there.size >= MOST_KNOWN) there.clear();
    there.add(standing);
    return true;
  }

  return ({ standing, texts, known, recordings, ...mine }) => {
    const { mineId } = standing.mine;
    for (const text of texts) words.add(mineId, text);
    for (const text of mine.standings) if (isNew(text)) standings.add(text);
    into.mines.add(standing.mine);
    into.campaigns.putMine(mineId, standing.campaigns);
    into.work.put(mineId, standing.work);
    for (const name of knownNames) for (const values of known[name]) inserting[name](mineId, values);
    for (const [revision, recording] of recordings) into.recordings.add({ mineId, revision }, recording);
  };
}
