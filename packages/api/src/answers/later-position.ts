import type { EventStore, Position } from '@rectify/engine';

/** The later of two positions of a store; null is before all. */
export function laterPosition({ compare }: Pick<EventStore, 'compare'>, a: Position, b: Position | null): Position {
  return b !== null && compare(a, b) < 0 ? b : a;
}
