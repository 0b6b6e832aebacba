import { z } from 'zod';

/** States of the operation region, dotted as they are stored and shown. */
export const operationState = z.enum([
  'operating',
  'closed.awaitingInspection',
  'closed.inspecting',
  'closed.remediating',
  'closed.awaitingReinspection',
  'inspected',
  'licensed',
  'reopened',
  'decommissioned',
]);
/** States of the appeal region. */
const appealState = z.enum(['none', 'lodged.unstayed', 'lodged.stayed']);
/** States of the power region. */
export const powerState = z.enum(['none', 'ordered', 'curtailed', 'relocating']);

/** Where a mine is in the three regions of the statechart. */
export const chartValue = z.strictObject({ operation: operationState, appeal: appealState, power: powerState });

/** What an event did to the chart; `from` is null for the registration. */
export const transition = z.strictObject({ from: chartValue.nullable(), to: chartValue });

/** {@link operationState} as a type. */
export type OperationState = z.infer<typeof operationState>;
/** {@link powerState} as a type. */
export type PowerState = z.infer<typeof powerState>;
/** {@link chartValue} as a type. */
export type ChartValue = z.infer<typeof chartValue>;
/** {@link transition} as a type. */
export type Transition = z.infer<typeof transition>;

/** The top of the operation region: what a mine's `status` says. */
export const mineStatus = z.enum(['operating', 'closed', 'inspected', 'licensed', 'reopened', 'decommissioned']);
/** {@link mineStatus} as a type. */
export type MineStatus = z.infer<typeof mineStatus>;

/** The status that an operation state belongs to. */
export function statusOf(operation: OperationState): MineStatus {
  return mineStatus.parse(operation.split('.')[0]);
}

/** Whether a mine in this state may not run because it was closed: closed, inspected or licensed. */
export function isShut(operation: OperationState): boolean {
  return operation.startsWith('closed.') || operation === 'inspected' || operation === 'licensed';
}

/** Whether two chart values are the same. */
function sameValue(a: ChartValue, b: ChartValue): boolean {
  return a.operation === b.operation && a.appeal === b.appeal && a.power === b.power;
}

/** Whether two transitions lead from the same value to the same one. */
export function sameTransition(a: Transition, b: Transition): boolean {
  const sameFrom = a.from === null || b.from === null ? a.from === b.from : sameValue(a.from, b.from);
  return sameFrom && sameValue(a.to, b.to);
}
