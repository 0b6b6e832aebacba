/** What people ask for, folded from the event log. The shapes of answers alone are in `@rectify/projections/answers`. */
export * from './answers.ts';
export { describeClosures } from './closures/describe-closure.ts';
export type { Asked } from './instants.ts';
export { answerMine } from './status/answer-mine.ts';
export { describeMineInDetail } from './status/describe-detail.ts';
export { describeMine } from './status/describe-mine.ts';
export { describeHistory } from './timeline/describe-history.ts';
export {
  actorFor,
  approvalFor,
  lastVisibleRevision,
  maySeeMine,
  mineDetailFor,
  mineFor,
  type Viewer,
  viewerOf,
  visibleFacts,
} from './viewer.ts';
