import type { EventStore } from '@rectify/engine';

/** What folding needs of a store: all events from a position on, and the order of positions. */
export type Log = Pick<EventStore, 'storeId' | 'compare' | 'subscribe' | 'readAll'>;
