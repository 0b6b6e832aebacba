import type { FoldedMine } from '@rectify/engine';
import {
  answerMine,
  describeMineInDetail,
  type MineDetail,
  maySeeMine,
  mineDetailFor,
  type Viewer,
} from '@rectify/projections';
import type { AppNeeds } from '../app-needs.ts';

/** One mine as it is now, from its stream; undefined where there is none for the viewer. */
export async function answerMineNow(
  needs: Pick<AppNeeds, 'engine' | 'clock'>,
  mineId: string,
  viewer: Viewer,
): Promise<MineDetail | undefined> {
  if (!maySeeMine(viewer, mineId)) return undefined;
  const loaded = await needs.engine.load(mineId);
  if (!loaded) return undefined;
  return viewer.kind === 'owner'
    ? answerMine(loaded.facts, { now: needs.clock() }, viewer)
    : describeWhole(loaded.folded, needs.clock(), viewer);
}

/** A mine that the viewer may see all of, as it was folded already. */
export function describeWhole(folded: FoldedMine, now: string, viewer: Viewer): MineDetail {
  return mineDetailFor(viewer, describeMineInDetail(folded, { now }));
}
