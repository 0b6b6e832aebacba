import type { Preview } from '@rectify/engine';
import { type Fact, type FoldedMine, isKnowledgeEvent, type Reason } from '@rectify/engine/rectification';
import { describeMineInDetail } from '../status/describe-detail.ts';
import type { MineDetail } from '../status/mine-detail.ts';
import { jsonOf } from '../timeline/describe-history.ts';
import { dataFor, type Viewer } from '../viewer.ts';
import type { ClosureChange, PreviewAnswer, StandingEventAnswer } from './preview-answer.ts';

/** A preview as answered to a viewer who may see the whole mine: closures and deadlines are measured at its instant. */
export function describePreview(preview: Preview, viewer: Viewer): PreviewAnswer {
  const { type, needsApproval, at, reasons, impossible, dependents, changes } = preview;
  const describe = (folded: FoldedMine) => describeMineInDetail(folded, { now: at });
  const before = describe(preview.before);
  const after = preview.after && describe(preview.after);
  const standing = (fact: Fact | null) => fact && standingEvent(fact, viewer);
  return {
    type,
    needsApproval,
    possible: after !== null,
    reasons: reasons.map(reasonOf),
    impossible: impossible.map((broken) => ({
      event: standingEvent(broken.fact, viewer),
      reasons: broken.reasons.map(reasonOf),
    })),
    dependents: dependents && [...dependents],
    changes: changes.map(({ eventId, kind, type: changed, ...change }) => ({
      eventId,
      type: changed,
      kind,
      before: standing(change.before),
      after: standing(change.after),
    })),
    closures: after ? closuresBeside(before, after) : [],
    before: standingOf(before),
    after: after && standingOf(after),
    at,
  };
}

/** The closures of a mine beside those it has afterwards, in the order in which they began. */
function closuresBeside(before: MineDetail, after: MineDetail): ClosureChange[] {
  const had = closuresOf(before);
  const has = closuresOf(after);
  const ids = new Set([...has, ...had].map(({ eventId }) => eventId));
  return [...ids]
    .map((eventId) => ({
      eventId,
      before: had.find((closure) => closure.eventId === eventId) ?? null,
      after: has.find((closure) => closure.eventId === eventId) ?? null,
    }))
    .toSorted((a, b) => Date.parse(sinceOf(a)) - Date.parse(sinceOf(b)));
}

function closuresOf({ closure, detail }: MineDetail) {
  return closure ? [...detail.earlierClosures, closure] : [];
}

function sinceOf({ before, after }: ClosureChange): string {
  return (after ?? before)?.since ?? '';
}

function standingOf({ detail: { deadlines }, ...mine }: MineDetail): PreviewAnswer['before'] {
  const { status, state, cycle, shut, mayOperate, waitingOn, waitingOnOffice, openFindings, requirements, flags } =
    mine;
  const where = { status, state, cycle, shut, mayOperate, waitingOn, waitingOnOffice };
  return { ...where, openFindings, requirements, flags, deadlines };
}

function standingEvent(fact: Fact, viewer: Viewer): StandingEventAnswer {
  const { eventId, type, occurredAt, occurredAtPrecision, transition } = fact;
  const data = dataFor(viewer, jsonOf(fact.data));
  return {
    eventId,
    type,
    data,
    occurredAt,
    occurredAtPrecision,
    transition: isKnowledgeEvent(type) ? null : transition,
  };
}

function reasonOf(reason: Reason): PreviewAnswer['reasons'][number] {
  return { ...reason };
}
