import type { ProcedureFault } from '@rectify/engine';
import { table } from './table.ts';

/** Faults of a procedure: one line each, where and what. */
export function faultsInWords(faults: readonly ProcedureFault[]): string {
  return table(
    [],
    faults.map(({ pointer, detail }) => [pointer === '' ? '(the whole)' : pointer, detail]),
  );
}
