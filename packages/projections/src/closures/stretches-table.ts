import {
  type FoldedMine,
  milliseconds,
  operationState,
  procedureName,
  type Standpoint,
  waitingApartFromRequests,
  waitingOn,
  waitsForRequests,
} from '@rectify/engine/rectification';
import { z } from 'zod';
import { FOREVER, type Held, holdExactly, type KnowledgeTable } from '../as-of/knowledge.ts';
import { waitingParty } from '../status/mine-answer.ts';

/**
 * The course of every mine, as known when: from `begun` until the next stretch that was known it stood so. On record from `known_from` until `known_to`,
 * exclusive; of two known that began at one instant the one known later counts. What happens in its order only adds a row. Instants in milliseconds.
 */
export const stretchesSchema = `
  create table stretches (
    mine_id text not null,
    begun integer not null,
    known_from integer not null,
    known_to integer not null,
    standing text not null,
    primary key (mine_id, begun, known_from)
  ) strict, without rowid;
`;

/** The table of {@link stretchesSchema}. */
export const stretches: KnowledgeTable = { table: 'stretches', key: 'begun', columns: ['standing'] };

const waiting = z.tuple([waitingParty, z.string().nullable()]);

/** How a mine stands, as text: alike where all of it is. */
const standing = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.tuple([operationState, z.string(), z.string(), z.boolean(), waiting, waiting.optional()]))
  .transform(([state, region, procedure, waitsForRequests, [party, office], apart]) => {
    const waitingOn = { party, office };
    const alone = apart ? { party: apart[0], office: apart[1] } : waitingOn;
    return { state, region, procedure, waitsForRequests, waitingOn, apartFromRequests: alone };
  });

/**
 * How a mine stands for as long as a stretch lasts: for whom it waits, and for whom it would without the requests under four eyes that were pending then.
 */
export type Standing = z.infer<typeof standing>;

/** The state of operation in the text of a row, as SQL; `s` is what names the table, with a dot. */
export function stateOf(s: string): string {
  return `(${s}standing ->> 0)`;
}

/** A standing from the text of a row. */
export function standingIn(text: string): Standing {
  return standing.parse(text);
}

/** Holds, from `known` on, that a mine stands as `after` from `at` on, the latest of all; both in milliseconds. */
export function followStretch(
  held: Held,
  before: FoldedMine | undefined,
  after: FoldedMine,
  at: number,
  known: number,
): void {
  if (before && standsAlike(before, after)) return;
  held.put({ begun: at, known_from: known, known_to: FOREVER, standing: written(after) });
}

/** Holds, from `known` on (milliseconds), that the course of a mine was this. */
export function replaceStretches(held: Held, points: readonly Standpoint[], known: number): void {
  const wanted = new Map<number, string>();
  let last: FoldedMine | undefined;
  for (const { at, folded } of points) {
    if (!last || !standsAlike(last, folded)) wanted.set(milliseconds(at), written(folded));
    last = folded;
  }
  const rows = [...wanted].map(([begun, standing]) => ({ begun, standing }));
  holdExactly(held, stretches, rows, known);
}

/** Holds the course of a mine that is told of one instant alone: where it stands now counts for all of it. */
export function putCourse(held: Held, folded: FoldedMine, known: number): void {
  for (const { at, operation, waitingOn } of folded.course) {
    const text = textOf(folded, operation, false, waitingOn, waitingOn);
    held.put({ begun: milliseconds(at), known_from: known, known_to: FOREVER, standing: text });
  }
}

/** Whether two folds of a mine, one with more facts than the other, stand alike. Nothing is written down where it is easily seen. */
function standsAlike(before: FoldedMine, after: FoldedMine): boolean {
  if (before.course !== after.course) return false;
  const isAlone = Object.keys(before.mine.approvals).length + Object.keys(after.mine.approvals).length === 0;
  if (!isAlone) return written(before) === written(after);
  return (
    before.mine.region === after.mine.region &&
    procedureName(before.mine.procedure) === procedureName(after.mine.procedure) &&
    waitsForRequests(before.value) === waitsForRequests(after.value)
  );
}

function written(folded: FoldedMine): string {
  const { value, mine } = folded;
  const alone = waitingApartFromRequests(value, mine);
  return textOf(folded, value.operation, waitsForRequests(value), waitingOn(value, mine), alone);
}

function textOf(
  { mine }: FoldedMine,
  state: Standing['state'],
  waitsForRequests: boolean,
  { party, office }: Standing['waitingOn'],
  apart: Standing['apartFromRequests'],
): string {
  const isAlone = apart.party === party && apart.office === office;
  return JSON.stringify([
    state,
    mine.region,
    procedureName(mine.procedure),
    waitsForRequests,
    [party, office],
    ...(isAlone ? [] : [[apart.party, apart.office]]),
  ]);
}
