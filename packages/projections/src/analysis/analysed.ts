import type { Asked } from '../instants.ts';
import type { Viewer } from '../viewer.ts';

/** When something is asked about, and by whom. */
export interface AskedBy extends Asked {
  readonly viewer: Viewer;
}

/** An answer without what every answer over many mines says about itself. */
export type Answered<T> = Omit<T, 'position' | 'asOf' | 'knownAt'>;

/** A query without its instants. */
export type Question<T> = Omit<T, 'asOf' | 'knownAt' | 'to'>;
