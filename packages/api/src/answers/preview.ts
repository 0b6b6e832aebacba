import type { PreviewOutcome } from '@rectify/engine';
import { describePreview, type PreviewAnswer } from '@rectify/projections';
import type { AppNeeds } from '../app-needs.ts';
import type { Caller } from '../auth/claims.ts';
import { problemOf } from '../rejections.ts';

/**
 * What a preview is answered with to the caller who asked for it.
 * @throws Problem when what was sent, or who sends it, would be refused whatever the mine is like
 */
export function answerPreview(
  { viewerOf }: Pick<AppNeeds, 'viewerOf'>,
  caller: Caller,
  outcome: PreviewOutcome,
): PreviewAnswer {
  if (outcome.kind === 'rejected') throw problemOf(outcome.rejection);
  return describePreview(outcome.preview, viewerOf(caller));
}
