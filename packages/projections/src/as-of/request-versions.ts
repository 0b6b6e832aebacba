import type { DatabaseSync } from 'node:sqlite';
import {
  answeringOffice,
  deadlinesOf,
  type FoldedMine,
  milliseconds,
  nextDeadline,
  type Procedures,
  procedureNamed,
} from '@rectify/engine/rectification';
import { z } from 'zod';
import { FOREVER, givingUp } from './knowledge.ts';

/**
 * What waited for an answer under four eyes, as known when. Requests are knowledge: whatever instant is asked about, those count that were
 * pending by what was known (statechart.md, "Time and corrections"). Whose the answer is, and when it is due, the procedure says that the mine goes by at
 * that instant: a row for each procedure that it ever went by. Instants in milliseconds, `known_to` exclusive.
 */
export const requestVersionsSchema = `
  create table request_versions (
    mine_id text not null,
    procedure text not null,
    known_from integer not null,
    known_to integer not null,
    office text not null,
    due integer,
    primary key (mine_id, procedure, known_from)
  ) strict, without rowid;
  create index request_versions_known on request_versions (known_to, known_from);
`;

const heldRow = z.object({
  procedure: z.string(),
  known_from: z.number(),
  office: z.string(),
  due: z.number().nullable(),
});

/** The requests in a read database. */
export interface RequestVersionsTable {
  /** Holds, from `known` on (ISO 8601), that a mine has the requests of `folded`, under each of its procedures. */
  put(folded: FoldedMine, procedures: readonly string[], known: string): void;
}

/** The requests table of a database that has {@link requestVersionsSchema}. */
export function requestVersionsTable(db: DatabaseSync, procedures: () => Procedures): RequestVersionsTable {
  const insert = db.prepare(
    `insert or replace into request_versions (mine_id, procedure, known_from, known_to, office, due) values (?, ?, ?, ${FOREVER}, ?, ?)`,
  );
  const held = db.prepare(
    `select procedure, known_from, office, due from request_versions where mine_id = ? and known_to = ${FOREVER}`,
  );
  const give = givingUp(db, 'request_versions', 'procedure');
  return {
    put(folded, names, known) {
      const { mineId } = folded.mine;
      const knownFrom = milliseconds(known);
      const wanted = new Map(
        names.flatMap((name) => {
          const answer = answerDue(folded, name, procedures());
          return answer ? [[name, answer]] : [];
        }),
      );
      for (const row of held.all(mineId).map((found) => heldRow.parse(found))) {
        const answer = wanted.get(row.procedure);
        if (answer && answer.office === row.office && answer.due === row.due) wanted.delete(row.procedure);
        else give(mineId, row.procedure, row.known_from, knownFrom);
      }
      for (const [name, { office, due }] of wanted) insert.run(mineId, name, knownFrom, office, due);
    },
  };
}

/** Whose answer the mine's requests wait for under a procedure, and when the first is due; undefined without requests. */
function answerDue(folded: FoldedMine, name: string, procedures: Procedures) {
  const mine = { ...folded.mine, procedure: procedureNamed(procedures, name) };
  const office = answeringOffice(mine);
  if (office === null) return undefined;
  const answers = deadlinesOf({ ...folded, mine }).filter(({ rule }) => rule === 'approval-answer');
  const next = nextDeadline(answers);
  return { office, due: next && milliseconds(next.dueAt) };
}
