import { documentFaults } from '../rectification/procedures/check.ts';
import type { ProcedureFault } from '../rectification/procedures/faults/fault.ts';
import { procedure } from '../rectification/procedures/procedure.ts';
import { reopeningFaults } from './reopening.ts';

/**
 * Everything wrong with a procedure document at an instant, at once; none where it may be published. Pointers (RFC 6901) lead into it. What
 * is wrong with the whole comes last: it is often a consequence. Pure: who may publish it, and whether its version exists already, is
 * asked elsewhere.
 */
export function checkProcedure(document: unknown, now: string): ProcedureFault[] {
  const faults = documentFaults(document, now);
  const read = procedure.safeParse(document);
  const isUsable = read.success && faults.every(({ code }) => code !== 'unknown-time-zone');
  return isUsable ? [...faults, ...reopeningFaults(read.data, now)] : faults;
}
