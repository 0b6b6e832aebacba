import { type Fact, fold } from '@rectify/engine/rectification';
import type { Asked } from '../instants.ts';
import { maySeeMine, mineDetailFor, type Viewer, visibleFacts } from '../viewer.ts';
import { describeMineInDetail } from './describe-detail.ts';
import type { MineDetail } from './mine-detail.ts';

/**
 * One mine with everything about it, for a viewer, from all the facts of its stream; undefined where it did not exist, was not known
 * yet, or is not the viewer's to see.
 */
export function answerMine(facts: readonly Fact[], asked: Asked, viewer: Viewer): MineDetail | undefined {
  const [first] = facts;
  if (!first || !maySeeMine(viewer, first.mineId)) return undefined;
  const folded = fold(visibleFacts(viewer, facts), asked);
  return folded && mineDetailFor(viewer, describeMineInDetail(folded, asked));
}
