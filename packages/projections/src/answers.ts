/** The shapes of answers, as zod schemas and types: safe in a browser, and the source of the OpenAPI document. */
export {
  type BottleneckAnalysis,
  bottleneckAnalysis,
  type LikeCases,
  likeCases,
  type SurvivalAnalysis,
  survivalAnalysis,
} from './analysis/analysis-answer.ts';
export { bottleneckQuery, likeCasesQuery, survivalQuery } from './analysis/analysis-query.ts';
export {
  type CampaignAnswer,
  type CampaignInFull,
  type CampaignList,
  type CampaignWithCases,
  campaignAnswer,
  campaignInFull,
  campaignList,
  campaignWithCases,
} from './campaigns/campaign-answer.ts';
export {
  campaignQuery,
  requestQuery,
  runQuery,
  selectionFilters,
  selectionParameters,
} from './campaigns/campaign-query.ts';
export {
  type ForeseenCase,
  type ForeseenTally,
  foreseenCase,
  foreseenTally,
  type RequestList,
  type RunAnswer,
  type RunReport,
  requestList,
  runAnswer,
  runReport,
} from './campaigns/run-answer.ts';
export { type ChangeKind, changeKind } from './changes/change-kind.ts';
export { type ChangesAnswer, changesAnswer, type MineChange } from './changes/changes-answer.ts';
export { type ChangesQuery, changesQuery } from './changes/changes-query.ts';
export { type ChangedBy, type Citation, type CitedFigure, citation } from './citations/citation-answer.ts';
export { type CitationQuery, citationQuery } from './citations/citation-query.ts';
export {
  type ClosureAnswer,
  closureAnswer,
  closureOutcome,
  type ListedClosure,
  listedClosure,
} from './closures/closure-answer.ts';
export {
  type ClosureFilters,
  type ClosureQuery,
  closureQuery,
  type LateQuery,
  type LossQuery,
  lateQuery,
  lossQuery,
  type StatisticsQuery,
  type StayQuery,
  statisticsQuery,
  stayQuery,
} from './closures/closure-query.ts';
export type { LateDeadline } from './closures/late-answer.ts';
export {
  type Figures,
  type GroupBy,
  groupBy,
  type Span,
  type StatisticsAnswer,
  statisticsAnswer,
} from './closures/statistics-answer.ts';
export type { StayAnswer } from './closures/stay-answer.ts';
export { type CourseAnswer, type CourseDay, courseAnswer } from './course/course-answer.ts';
export { type CourseGroup, type CourseQuery, courseGroup, courseQuery } from './course/course-query.ts';
export {
  type ClosureList,
  closureList,
  type EventList,
  eventList,
  type LateList,
  type LossList,
  lateList,
  lossList,
  type MineCounts,
  type MineList,
  mineCounts,
  mineList,
  type StayList,
  stayList,
} from './list-answers.ts';
export {
  type MigrationPreviewList,
  migrationPreview,
  migrationPreviewList,
  type PreviewCounts,
  type PreviewQuery,
  previewQuery,
} from './migrations/preview-answer.ts';
export { type ClosureChange, type PreviewAnswer, previewAnswer } from './preview/preview-answer.ts';
export { instantQuery, listOf } from './query-values.ts';
export {
  type DatedDeadlineAnswer,
  type DeadlineAnswer,
  datedDeadlineAnswer,
  deadlineAnswer,
  type MineAnswer,
  type MineFlag,
  mineAnswer,
  mineFlag,
} from './status/mine-answer.ts';
export { type ApprovalAnswer, approvalAnswer, type MineDetail, mineDetail } from './status/mine-detail.ts';
export { type MineFilters, type MineQuery, mineCountsQuery, mineQuery } from './status/mine-query.ts';
export { type ActorAnswer, actorAnswer, type EventAnswer, eventAnswer } from './timeline/event-answer.ts';
export { type HistoryQuery, type HistoryView, historyQuery, historyView } from './timeline/history-query.ts';
export { type WorkItemAnswer, type WorkList, workItemAnswer, workList } from './work/work-answer.ts';
export { type WorkQuery, workQuery } from './work/work-query.ts';
