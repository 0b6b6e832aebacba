/** What people ask for, folded from the event log. The shapes of answers alone are in `@rectify/projections/answers`. */
export { type AnalysisReads, analysisReadsOf } from './analysis/analysis-reads.ts';
export * from './answers.ts';
export { type CampaignReads, campaignReadsOf } from './campaigns/campaign-reads.ts';
export { campaignDataFor, describeCampaign, describeRun } from './campaigns/describe-campaign.ts';
export { requestTargets } from './campaigns/list-requests.ts';
export { describeForeseen, type SelectedMine, selectedMines, tally } from './campaigns/selection.ts';
export { type Spool, spool } from './campaigns/spool.ts';
export { checkReadModels, type ReadModelChecked, type ReadModelsChecked } from './check-read-models.ts';
export { CannotBeCited } from './citations/cannot-be-cited.ts';
export { type CitationReads, citationReadsOf } from './citations/citation-reads.ts';
export { CourseTooLong } from './course/days-of.ts';
export { ForeignCursor, InvalidCursor, readCursor, writeCursor } from './cursor.ts';
export type { Digests } from './digest.ts';
export { CannotFold } from './fold-events.ts';
export type { Asked } from './instants.ts';
export { NotFolding } from './not-folding.ts';
export { describePreview } from './preview/describe-preview.ts';
export { type Projector, type ProjectorNeeds, type ProjectorState, startProjector } from './projector.ts';
export { NoReadDatabase, NotAReadDatabase } from './read-database.ts';
export { type Asking, type Reads, readsOf } from './reads.ts';
export { NOTHING_YET, type RebuildProgress, rebuildProgress } from './rebuild-progress.ts';
export { answerMine } from './status/answer-mine.ts';
export { describeMineInDetail } from './status/describe-detail.ts';
export { describeMine } from './status/describe-mine.ts';
export { startProjectorInThread } from './thread/start-in-thread.ts';
export { type TimeReads, timeReadsOf } from './time-reads.ts';
export { describeHistory } from './timeline/describe-history.ts';
export { pageOfHistory } from './timeline/page-history.ts';
export {
  actorFor,
  approvalFor,
  FEWEST_FOR_OWNERS,
  lastVisibleRevision,
  maySeeMine,
  mineDetailFor,
  mineFor,
  type Viewer,
  viewerOf,
  visibleFacts,
} from './viewer.ts';
