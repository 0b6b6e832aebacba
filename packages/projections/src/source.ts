import type { Instants } from '@rectify/engine/rectification';
import type { ReadDatabase } from './read-database.ts';

/** What a question is answered from: a read database, and the instants at which it has to be asked. */
export interface Source {
  readonly database: ReadDatabase;
  /** Those of the question, unless the database was folded for them. */
  readonly instants: Instants;
}

/** Whether a source is asked about the present, by all that is known. */
export function isPresent({ instants }: Pick<Source, 'instants'>): boolean {
  return instants.asOf === undefined && instants.knownAt === undefined;
}
