import { remembered } from '@rectify/engine/folding';
import { insertingValues, valueNames } from '../as-of/knowledge.ts';
import type { ReadDatabase } from '../read-database.ts';
import { standingsTable } from '../status/standings-table.ts';
import { wordsTable } from '../status/words-table.ts';
import type { MineAsWhole } from './fold-mine.ts';
import { byTable, knownNames, knownTables } from './known-tables.ts';

/** Versions as the table keeps them, with numbers of standings, and where among the values of one that number is. */
const versions = { ...knownTables.versions, coded: {} };
const placeOfStanding = valueNames(versions).indexOf('standing');

const otherNames = knownNames.filter((name) => name !== 'versions');

/** Writes mines as wholes into a read database that holds nothing of them, or nothing but their facts; answers when the last of these was recorded, in milliseconds. */
export function writingMines(into: ReadDatabase): (mine: MineAsWhole) => number {
  const { db } = into;
  const inserting = byTable((name) => insertingValues(db, name === 'versions' ? versions : knownTables[name]));
  const words = wordsTable(db);
  const standings = standingsTable(db);
  const numbers = new Map<string, number>();

  const numberOf = (standing: string) => remembered(numbers, standing, () => standings.numberOf(standing));

  return ({ standing, texts, known, recordings, facts }) => {
    const { mineId } = standing.mine;
    for (const text of texts) words.add(mineId, text);
    numberOf(standing.mine.standing);
    into.mines.add(standing.mine);
    into.campaigns.putMine(mineId, standing.campaigns);
    into.work.put(mineId, standing.work);
    for (const values of known.versions)
      inserting.versions(mineId, values.with(placeOfStanding, numberOf(String(values[placeOfStanding]))));
    for (const name of otherNames) for (const values of known[name]) inserting[name](mineId, values);
    for (const [revision, seq, text] of facts) into.facts.addStored({ mineId, revision, seq, text });
    let last = 0;
    for (const [revision, recording] of recordings) {
      into.recordings.add({ mineId, revision }, recording);
      last = Math.max(last, recording.recorded);
    }
    return last;
  };
}
