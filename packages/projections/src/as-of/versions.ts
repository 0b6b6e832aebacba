import type { DatabaseSync } from 'node:sqlite';
import {
  type Fact,
  type FoldedMine,
  isKnowledgeEvent,
  milliseconds,
  type Procedures,
  procedureName,
  standpoints,
} from '@rectify/engine/rectification';
import { closures, putClosures } from '../closures/closures-table.ts';
import { followStretch, replaceStretches, stretches } from '../closures/stretches-table.ts';
import { lateDeadlines, lossReports, putTold } from '../closures/told-tables.ts';
import { type Held, heldIn } from './knowledge.ts';
import { addVersion, type HeldVersions, replaceVersions, versionsHeldIn } from './mine-versions.ts';
import { putRequests, requestVersions } from './request-versions.ts';

/** What is held to be true of one mine, at any instant, as known at any other. */
export interface KnownMine {
  readonly versions: HeldVersions;
  readonly requests: Held;
  readonly closures: Held;
  readonly stretches: Held;
  readonly late: Held;
  readonly losses: Held;
}

/** What is held to be true of mines in a database that has the tables for it. */
export function knownMinesIn(db: DatabaseSync): (mineId: string) => KnownMine {
  const versions = versionsHeldIn(db);
  const requests = heldIn(db, requestVersions);
  const closed = heldIn(db, closures);
  const course = heldIn(db, stretches);
  const late = heldIn(db, lateDeadlines);
  const losses = heldIn(db, lossReports);
  return (mineId) => ({
    versions: versions(mineId),
    requests: requests(mineId),
    closures: closed(mineId),
    stretches: course(mineId),
    late: late(mineId),
    losses: losses(mineId),
  });
}

/** A fact followed in order on what a mine was `before`: `after` is the mine with it. */
export function followKnown(
  known: KnownMine,
  before: FoldedMine | undefined,
  after: FoldedMine,
  fact: Fact,
  procedures: Procedures,
): void {
  const occurred = milliseconds(fact.occurredAt);
  const recorded = milliseconds(fact.recordedAt);
  if (!isKnowledgeEvent(fact.type)) addVersion(known.versions, after, occurred, recorded);
  followStretch(known.stretches, before, after, occurred, recorded);
  putClosures(known.closures, before, after, recorded);
  putTold(known, before, after, recorded);
  followRequests(known, after, fact, procedures);
}

/** A fact changed what is known of the past: `history` are all facts of the mine up to it, `after` what they come to. */
export function rewriteKnown(
  known: KnownMine,
  after: FoldedMine,
  history: readonly Fact[],
  fact: Fact,
  procedures: Procedures,
): void {
  const recorded = milliseconds(fact.recordedAt);
  const points = standpoints(history);
  const happened = points.filter(({ type }) => !isKnowledgeEvent(type));
  replaceVersions(known.versions, happened, recorded);
  replaceStretches(known.stretches, points, recorded);
  putClosures(known.closures, undefined, after, recorded);
  putTold(known, undefined, after, recorded);
  followRequests(known, after, fact, procedures);
}

/** Requests meet a procedure when they come, and when a mine comes to go by another one while they wait. */
function followRequests({ versions, requests }: KnownMine, folded: FoldedMine, fact: Fact, all: Procedures): void {
  const { approvals, procedure } = folded.mine;
  if (!isKnowledgeEvent(fact.type) && Object.keys(approvals).length === 0) return;
  const names = new Set([...versions.procedures(), procedureName(procedure)]);
  putRequests(requests, folded, [...names], all, milliseconds(fact.recordedAt));
}
