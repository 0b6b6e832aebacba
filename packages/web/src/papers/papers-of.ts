import type { EventAnswer, MineDetail } from '../api/answers.ts';
import type { PaperKind } from './papers-search.ts';

/** A paper that can be made from a case: of which event or thing, and the event on which it rests. */
export interface Paper {
  readonly kind: PaperKind;
  /** Tells papers of a kind apart: the id of an event, an inspection or a letter. */
  readonly id: string;
  /** The event on which it rests; undefined where its page of the history is not loaded. */
  readonly event: EventAnswer | undefined;
}

/** What a paper is called by offices: the mine, the closure, the kind, and which of them. */
export function numberOf({ kind, id }: Paper, { mineId, closure }: Pick<MineDetail, 'mineId' | 'closure'>): string {
  const letter = { order: 'O', record: 'R', notice: 'N', letter: 'G', reopening: 'A' }[kind];
  const which = kind === 'record' || kind === 'letter' ? `-${id}` : '';
  return `${mineId}/${closure?.cycle ?? 0}/${letter}${which}`;
}

/**
 * The papers of the current or last closure, in the order in which they come about: the order, a record of each inspection that ended, the notice of what has to be made
 * good, each guarantee letter, the decision on reopening. `events` are those of the mine, in any order.
 */
export function papersOf(mine: MineDetail, events: readonly EventAnswer[]): Paper[] {
  const { closure, detail } = mine;
  if (!closure) return [];
  const standing = events.filter(({ correction }) => !correction?.void);
  const eventOf = (eventId: string) => standing.find((event) => event.eventId === eventId);
  const since = eventOf(closure.eventId)?.revision ?? 0;
  const inCycle = standing.filter(({ revision }) => revision >= since).toSorted((a, b) => a.revision - b.revision);
  const ended = inCycle.filter(({ type }) => type === 'InspectionPassed' || type === 'InspectionFailed');
  const raised = inCycle.filter(({ type }) => type === 'FindingRaised');
  const letters = detail.letters.filter(({ cycle }) => cycle === closure.cycle);
  const reopened = inCycle.findLast(({ type }) => type === 'ReopeningAuthorised');
  return [
    ...(closure.cause === 'order'
      ? [{ kind: 'order' as const, id: closure.eventId, event: eventOf(closure.eventId) }]
      : []),
    ...ended.map((event) => ({ kind: 'record' as const, id: String(dataOf(event).inspectionId), event })),
    ...(detail.findings.length > 0
      ? [{ kind: 'notice' as const, id: String(closure.cycle), event: raised.at(-1) }]
      : []),
    ...letters.map(({ letterId }) => ({
      kind: 'letter' as const,
      id: letterId,
      event: inCycle.find((event) => event.type === 'GuaranteeLetterDemanded' && dataOf(event).letterId === letterId),
    })),
    ...(reopened ? [{ kind: 'reopening' as const, id: reopened.eventId, event: reopened }] : []),
  ];
}

/** What counts of an event, corrected or not. */
export function dataOf({ data, effective }: EventAnswer): EventAnswer['data'] {
  return effective?.data ?? data;
}

/** Events of one inspection: from when it began to when it ended, in order. */
export function duringInspection(events: readonly EventAnswer[], inspectionId: string): EventAnswer[] {
  const inOrder = events.toSorted((a, b) => a.revision - b.revision);
  const isOf = (event: EventAnswer) => dataOf(event).inspectionId === inspectionId;
  const from = inOrder.findIndex((event) => event.type === 'InspectionStarted' && isOf(event));
  const to = inOrder.findIndex(
    (event) => (event.type === 'InspectionPassed' || event.type === 'InspectionFailed') && isOf(event),
  );
  return from === -1 || to === -1 ? [] : inOrder.slice(from, to + 1);
}
