import type { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '@rectify/engine';
import { type Procedures, proceduresWith, shippedProcedures } from '@rectify/engine/rectification';
import { z } from 'zod';

/** The events of procedures; what facts about mines name is found among them. */
export const proceduresSchema = `
  create table procedure_events (
    revision integer primary key,
    type text not null,
    data text not null,
    metadata text not null
  ) strict;
`;

const row = z.object({ revision: z.number(), type: z.string(), data: z.string(), metadata: z.string() });
const json = z.record(z.string(), z.json());

/** The procedures in a read database. */
export interface ProceduresTable {
  add(event: RecordedEvent): void;
  /** All procedure versions known. */
  known(): Procedures;
  /** Knows what another table knows, for tables in memory that are made for one question. */
  takeFrom(other: ProceduresTable): void;
  /** Reads them anew the next time: what was added last was not kept. */
  forget(): void;
}

/** The procedures of a database that has {@link proceduresSchema}. */
export function proceduresTable(db: DatabaseSync): ProceduresTable {
  const insert = db.prepare('insert into procedure_events (revision, type, data, metadata) values (?, ?, ?, ?)');
  const all = db.prepare('select revision, type, data, metadata from procedure_events order by revision');
  let known: Procedures | undefined;
  return {
    add({ revision, type, data, metadata }) {
      insert.run(revision, type, JSON.stringify(data), JSON.stringify(metadata));
      known = undefined;
    },
    known() {
      known ??= proceduresWith(shippedProcedures, all.all().map(eventIn));
      return known;
    },
    takeFrom(other) {
      known = other.known();
    },
    forget() {
      known = undefined;
    },
  };
}

function eventIn(columns: unknown) {
  const { data, metadata, ...event } = row.parse(columns);
  return { ...event, data: json.parse(JSON.parse(data)), metadata: json.parse(JSON.parse(metadata)) };
}
