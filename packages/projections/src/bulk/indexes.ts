import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const postponed = z.array(z.object({ name: z.string(), made: z.string() }));

/** Takes away the indexes of some tables but for one of them, and remembers in the database how they are made: one over many rows is made much faster than it is kept. */
export function postponeIndexes(db: DatabaseSync, tables: readonly string[], butFor: string): void {
  db.exec('create table postponed_indexes (name text primary key, of_table text not null, made text not null) strict');
  const remember = db.prepare(
    `insert into postponed_indexes select name, tbl_name, sql from sqlite_master
     where type = 'index' and sql is not null and tbl_name = ? and name <> ?`,
  );
  for (const table of tables) remember.run(table, butFor);
  for (const { name } of postponed.parse(db.prepare('select name, made from postponed_indexes').all()))
    db.exec(`drop index ${name}`);
}

/** Makes the indexes of a table that were postponed and are not made yet. */
export function makeIndexesOf(db: DatabaseSync, table: string): void {
  const rows = db.prepare('select name, made from postponed_indexes where of_table = ?').all(table);
  for (const { name, made } of postponed.parse(rows)) {
    db.exec(made);
    db.prepare('delete from postponed_indexes where name = ?').run(name);
  }
}

/** Forgets that indexes were postponed: all are made. */
export function noIndexPostponed(db: DatabaseSync): void {
  db.exec('drop table postponed_indexes');
}
