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
import { type Held, heldIn } from './knowledge.ts';
import { addVersion, type HeldVersions, replaceVersions, versionsHeldIn } from './mine-versions.ts';
import { putRequests, requestVersions } from './request-versions.ts';

/** What is held to be true of one mine, at any instant, as known at any other. */
export interface KnownMine {
  readonly versions: HeldVersions;
  readonly requests: Held;
  readonly closures: Held;
}

/** What is held to be true of mines in a database that has the tables for it. */
export function knownMinesIn(db: DatabaseSync): (mineId: string) => KnownMine {
  const versions = versionsHeldIn(db);
  const requests = heldIn(db, requestVersions);
  const closed = heldIn(db, closures);
  return (mineId) => ({ versions: versions(mineId), requests: requests(mineId), closures: closed(mineId) });
}

/** A fact followed in order on what a mine was `before`: `after` is the mine with it. */
export function followKnown(
  known: KnownMine,
  before: FoldedMine | undefined,
  after: FoldedMine,
  fact: Fact,
  procedures: Procedures,
): void {
  const recorded = milliseconds(fact.recordedAt);
  if (!isKnowledgeEvent(fact.type)) addVersion(known.versions, after, milliseconds(fact.occurredAt), recorded);
  putClosures(known.closures, before, after, recorded);
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
  replaceVersions(known.versions, standpoints(history), recorded);
  putClosures(known.closures, undefined, after, recorded);
  followRequests(known, after, fact, procedures);
}

/** Requests meet a procedure when they come, and when a mine comes to go by another one while they wait. */
function followRequests({ versions, requests }: KnownMine, folded: FoldedMine, fact: Fact, all: Procedures): void {
  const { approvals, procedure } = folded.mine;
  if (!isKnowledgeEvent(fact.type) && Object.keys(approvals).length === 0) return;
  const names = new Set([...versions.procedures(), procedureName(procedure)]);
  putRequests(requests, folded, [...names], all, milliseconds(fact.recordedAt));
}
