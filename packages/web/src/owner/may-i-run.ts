import type { MineStatus } from '@rectify/engine/rectification';
import type { MineDetail } from '../api/answers.ts';

/** An amount of power with its unit. */
type Limit = NonNullable<MineDetail['detail']['allowedPower']>;

/** The answer to an owner's first question, with what limits a yes and what is behind a no. */
export type MayIRun =
  | { readonly answer: 'yes' | 'whileAppealing' | 'no' | 'moving' | 'never' }
  | { readonly answer: 'upTo' | 'upToWhileAppealing'; readonly limit: Limit };

/** Whether an owner may run the mine, from `mayOperate` and the power allowed: page.md, "Portal". */
export function mayIRun({ mayOperate, status, shut, state, detail: { allowedPower } }: MineDetail): MayIRun {
  if (!mayOperate) {
    if (status === 'decommissioned') return { answer: 'never' };
    return { answer: state.power === 'relocating' && !shut ? 'moving' : 'no' };
  }
  if (allowedPower) return { answer: shut ? 'upToWhileAppealing' : 'upTo', limit: allowedPower };
  return { answer: shut ? 'whileAppealing' : 'yes' };
}

/** The status whose shape and colour stand beside the answer: it shows the answer, not the step of the case. */
export function shapeOf({ mayOperate, status }: Pick<MineDetail, 'mayOperate' | 'status'>): MineStatus {
  if (status === 'decommissioned') return 'decommissioned';
  if (!mayOperate) return 'closed';
  return status === 'reopened' ? 'reopened' : 'operating';
}
