import type { MineDetail } from '../api/answers.ts';

/** The states in which an inspection can begin or go on. */
export const INSPECTABLE: readonly MineDetail['state']['operation'][] = [
  'closed.awaitingInspection',
  'closed.awaitingReinspection',
  'closed.inspecting',
];

/** Whether an inspection of a mine can begin or go on. */
export function isInspectable({ state }: Pick<MineDetail, 'state'>): boolean {
  return INSPECTABLE.includes(state.operation);
}
