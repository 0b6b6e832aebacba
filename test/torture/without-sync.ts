// Loaded before a program, takes the durability from every store that it opens: SQLite no longer waits for the disk (`synchronous=OFF`). What checks
// durability has to notice.
import { DatabaseSync } from 'node:sqlite';

const { prepare } = DatabaseSync.prototype;

DatabaseSync.prototype.prepare = function prepareWithoutSync(this: DatabaseSync, ...given) {
  // Not before a store begins to prepare its inserts: when it opens it looks whether commits are synced.
  if (/^\s*insert into events/i.test(given[0]) && !this.isTransaction) this.exec('pragma synchronous = off');
  return prepare.apply(this, given);
};
