import type { Mine } from '../case/mine.ts';
import type { EventType } from '../events/events.ts';
import type { MineEvent, MineEventOf } from '../mine-event.ts';
import type { Reason } from '../reason.ts';
import { appealGuards } from './appeal.ts';
import { approvalGuards } from './approval.ts';
import { closureGuards } from './closure.ts';
import type { Circumstances, Guards } from './guard.ts';
import { inspectionGuards } from './inspection.ts';
import { letterGuards } from './letter.ts';
import { licenceGuards } from './licence.ts';
import { powerGuards } from './power.ts';
import { recordGuards } from './record.ts';
import { requirementGuards } from './requirement.ts';

/** One guard per event type, each with its reasons. */
const guards: Guards<EventType> = {
  ...closureGuards,
  ...inspectionGuards,
  ...requirementGuards,
  ...licenceGuards,
  ...letterGuards,
  ...powerGuards,
  ...appealGuards,
  ...recordGuards,
  ...approvalGuards,
};

/** Every reason against an event, all at once; none if its conditions are met. */
export function reasonsAgainst(mine: Mine, event: MineEvent): Reason[] {
  return reasonsOf(mine, event);
}

function reasonsOf<T extends EventType>(mine: Mine, event: MineEventOf<T>): Reason[] {
  const { conditions, fits } = guards[event.type];
  const reasons = [...(conditions?.(mine, event) ?? []), ...(fits?.(mine, event.data, event) ?? [])];
  return reasons.filter(
    ({ code, about }, index) => index === reasons.findIndex((other) => other.code === code && other.about === about),
  );
}

/** Every reason against an event of a type, whatever its data would say. */
export function conditionsAgainst(mine: Mine, type: EventType, at: Circumstances): Reason[] {
  return guards[type].conditions?.(mine, at) ?? [];
}
