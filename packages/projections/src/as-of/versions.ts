import type { DatabaseSync } from 'node:sqlite';
import {
  type Fact,
  type FoldedMine,
  isKnowledgeEvent,
  type Procedures,
  procedureName,
  standpoints,
} from '@rectify/engine/rectification';
import { mineVersionsTable } from './mine-versions.ts';
import { requestVersionsTable } from './request-versions.ts';

/** Keeps how mines stood at any instant, as known at any other. */
export interface Versions {
  /** A fact followed in order: `folded` is the mine after it. */
  follow(folded: FoldedMine, fact: Fact): void;
  /** A fact changed what is known of the past: `history` are all facts of the mine up to it, `folded` what they come to. */
  rewrite(folded: FoldedMine, history: readonly Fact[], fact: Fact): void;
}

/** The versions in a database that has the schemas of mine versions and request versions. */
export function versionsIn(db: DatabaseSync, procedures: () => Procedures): Versions {
  const mines = mineVersionsTable(db);
  const requests = requestVersionsTable(db, procedures);

  /** Requests meet a procedure when they come, and when a mine comes to go by another one while they wait. */
  function putRequests(folded: FoldedMine, fact: Fact): void {
    const { mineId, approvals, procedure } = folded.mine;
    if (!isKnowledgeEvent(fact.type) && Object.keys(approvals).length === 0) return;
    const names = new Set([...mines.proceduresOf(mineId), procedureName(procedure)]);
    requests.put(folded, [...names], fact.recordedAt);
  }

  return {
    follow(folded, fact) {
      if (!isKnowledgeEvent(fact.type)) mines.add(folded, fact.occurredAt, fact.recordedAt);
      putRequests(folded, fact);
    },
    rewrite(folded, history, fact) {
      mines.replace(folded.mine.mineId, standpoints(history), fact.recordedAt);
      putRequests(folded, fact);
    },
  };
}
