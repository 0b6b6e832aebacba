import type { RowSelectionState } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { Selected } from './selected.ts';

/** The mines that are selected on the board while the same filters narrow it; other filters begin with none. */
export function useSelection(filters: string) {
  const [state, setState] = useState<Kept>({ filters, rows: none, all: null });
  const kept = state.filters === filters ? state : { filters, rows: none, all: null };
  const { rows, all } = kept;
  const mineIds = useMemo(() => Object.keys(rows), [rows]);
  const change = (next: RowSelectionState | ((now: RowSelectionState) => RowSelectionState)) =>
    setState((now) => {
      const before = now.filters === filters ? now.rows : none;
      return { filters, rows: typeof next === 'function' ? next(before) : next, all: null };
    });
  const selected: Selected | null =
    all !== null ? { kind: 'all', count: all } : mineIds.length > 0 ? { kind: 'some', mineIds } : null;
  return {
    rows,
    selected,
    change,
    toggle: (mineId: string) =>
      change(({ [mineId]: chosen, ...others }) => (chosen ? others : { ...others, [mineId]: true })),
    add: (mineIds: readonly string[]) =>
      change((now) => ({ ...now, ...Object.fromEntries(mineIds.map((mineId) => [mineId, true] as const)) })),
    takeAll: (count: number) => setState({ ...kept, all: count }),
    clear: () => change(none),
  };
}

const none: RowSelectionState = {};

interface Kept {
  /** The filters that narrowed the list when they were selected. */
  readonly filters: string;
  readonly rows: RowSelectionState;
  /** How many, where all that fit are selected. */
  readonly all: number | null;
}
