import {
  answeringOffice,
  deadlinesOf,
  type FoldedMine,
  milliseconds,
  nextDeadline,
  type Procedures,
  procedureNamed,
} from '@rectify/engine/rectification';
import { type Sql, sql } from '../keyset.ts';
import { type Held, holdExactly, type KnowledgeTable } from './knowledge.ts';
import { beginningsAt, beginningsTable, lengthOf } from './lengths.ts';

/** How long a request waited, by the columns of the table; see {@link lengthOf}. */
const WAITED = lengthOf('known_from', 'known_to');

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
  create index request_versions_waited on request_versions (${WAITED}, known_from);
`;

/** The table of {@link requestVersionsSchema}. */
export const requestVersions: KnowledgeTable = {
  table: 'request_versions',
  key: 'procedure',
  columns: ['office', 'due'],
};

/** The requests that waited by what was known at an instant in milliseconds, as rows of the table to select from. */
export function requestsKnownAt(known: number): Sql {
  const lengths = beginningsTable(beginningsAt(known));
  return sql(
    `(select mine_id, procedure, office, due from ${lengths.sql} cross join request_versions
      where ${WAITED} = k.key and known_from > k.value ->> 0 and known_from <= k.value ->> 1 and known_to > ?)`,
    ...lengths.params,
    known,
  );
}

/** Holds, from `known` on (milliseconds), that a mine has the requests of `folded`, under each of its procedures. */
export function putRequests(
  held: Held,
  folded: FoldedMine,
  names: readonly string[],
  procedures: Procedures,
  known: number,
): void {
  const wanted = names.flatMap((procedure) => {
    const answer = answerDue(folded, procedure, procedures);
    return answer ? [{ procedure, ...answer }] : [];
  });
  holdExactly(held, requestVersions, wanted, known);
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
