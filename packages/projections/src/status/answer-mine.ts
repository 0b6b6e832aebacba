import type { Fact } from '@rectify/engine/rectification';
import type { Asked } from '../instants.ts';
import { askedBy, foldFor, maySeeMine, mineDetailFor, type Viewer } from '../viewer.ts';
import { describeMineInDetail } from './describe-detail.ts';
import type { MineDetail } from './mine-detail.ts';

/**
 * One mine with everything about it, for a viewer, from all the facts of its stream; undefined where it did not exist, was not known
 * yet, or is not the viewer's to see.
 */
export function answerMine(facts: readonly Fact[], asked: Asked, viewer: Viewer): MineDetail | undefined {
  const [first] = facts;
  if (!first || !maySeeMine(viewer, first.mineId)) return undefined;
  const theirs = askedBy(viewer, facts, asked);
  const folded = foldFor(viewer, facts, theirs);
  return folded && mineDetailFor(viewer, describeMineInDetail(folded, theirs));
}
