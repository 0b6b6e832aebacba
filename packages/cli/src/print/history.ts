import type { ActorAnswer, EventAnswer } from '@rectify/projections';
import { heading } from './output.ts';
import { stateInWords } from './states.ts';
import { shortened, table } from './table.ts';
import { beijing, later } from './times.ts';
import { fieldsInWords } from './values.ts';

/** How much of an event's data a line of the table shows, in characters. */
const DETAILS = 70;

/** A mine's history as a table: when in the world, when on record, what, who, what it says, and where it comes from. */
export function historyTable(events: readonly EventAnswer[]): string {
  const rows = events.map((event) => [
    String(event.revision),
    beijing(event.occurredAt, event.occurredAtPrecision),
    beijing(event.recordedAt),
    whatHappened(event),
    whoActed(event),
    event.source?.kind ?? '',
    shortened(fieldsInWords(event.data).join('; '), DETAILS),
  ]);
  return table(['REV', 'OCCURRED', 'RECORDED', 'EVENT', 'WHO', 'SOURCE', 'DETAILS'], rows, { right: [0] });
}

/** One step of a replay. */
export interface Step {
  readonly event: EventAnswer;
  /** Where the mine stood after the event; null before anything happened to it. */
  readonly state: NonNullable<EventAnswer['transition']>['to'] | null;
  /** The time since the event before in words, such as `3 days later`; null for the first. */
  readonly since: string | null;
}

/** The steps of a mine's history, in the order of the history. */
export function stepsOf(events: readonly EventAnswer[]): Step[] {
  let state: Step['state'] = null;
  return events.map((event, index) => {
    state = event.transition?.to ?? state;
    const before = events[index - 1];
    return { event, state, since: before ? later(before, event) : null };
  });
}

/** One step of a replay in words, over a few lines; `number` counts from 1. */
export function stepInWords({ event, state, since }: Step, number: number, all: number): string {
  const when = beijing(event.occurredAt, event.occurredAtPrecision);
  const lines = [
    ...fieldsInWords(event.data),
    ...sourceInWords(event),
    ...(event.correction
      ? [`${event.correction.void ? 'voided' : 'corrected'} later: ${event.correction.reason}`]
      : []),
    ...(state === null ? [] : [`${isChanged(event) ? '=>' : '=='} ${stateInWords(state)}`]),
  ];
  return [
    ...(since === null ? [] : ['', `    … ${since}`, '']),
    `${heading(`${number}/${all}  ${whatHappened(event)}`)}  ${when}  ${whoActed(event)}`,
    ...lines.map((line) => `    ${line}`),
  ].join('\n');
}

function isChanged({ transition }: EventAnswer): boolean {
  return (
    transition !== null && (transition.from === null || stateInWords(transition.from) !== stateInWords(transition.to))
  );
}

function sourceInWords({ source }: EventAnswer): string[] {
  if (!source) return [];
  const quote = source.quote === undefined ? '' : `, "${source.quote}"`;
  const attribution = source.attribution === undefined ? '' : ` (${source.attribution})`;
  return [`source: ${source.kind}${quote}${attribution}`];
}

function whatHappened({ type, correction }: EventAnswer): string {
  if (!correction) return type;
  return `${type} (${correction.void ? 'voided' : 'corrected'})`;
}

function whoActed({ actor, approvedBy }: EventAnswer): string {
  return `${named(actor)}${approvedBy ? `, granted by ${named(approvedBy)}` : ''}`;
}

function named({ id, role, office }: ActorAnswer): string {
  const whose = office === role ? role : `${role}, ${office}`;
  return id === undefined ? whose : `${id} (${whose})`;
}
