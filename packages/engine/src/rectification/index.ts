/** The rectification domain without stores: pure, and safe in a browser. */
export { addDays, dayOf, daysBetween, endOfDay, inZone, isoDuration, milliseconds, startOfDay } from './calendar.ts';
export type { PendingApproval } from './case/approvals.ts';
export type { Closure, ClosureOutcome } from './case/closure.ts';
export { openFindings } from './case/findings.ts';
export { letterThatCounts } from './case/letters.ts';
export type { Mine } from './case/mine.ts';
export type { PassedDeadline } from './case/passed.ts';
export { grantersOf, isKnowledgeEvent, owningRegion, sendersOf, usualSenders } from './catalogue.ts';
export type { Change } from './changes.ts';
export {
  type ChartValue,
  chartValue,
  isShut,
  type MineStatus,
  mineStatus,
  type OperationState,
  operationState,
  statusOf,
  type Transition,
  transition,
} from './chart-value.ts';
export { type ClosureMeasure, closuresOf, everyClosure, lastClosureOf } from './closures.ts';
export {
  type DatedDeadline,
  type Deadline,
  daysLate,
  isDated,
  isOverdue,
  nextDeadline,
  type Started,
  type Undated,
} from './deadlines/deadline.ts';
export { deadlinesOf, lastDayToAppeal } from './deadlines/deadlines-of.ts';
export { type Ending, endingsOf } from './deadlines/endings.ts';
export { deadlineRules, type RuleName, type RuleOfDeadline, ruleName } from './deadlines/rules.ts';
export {
  CalendarNotCovered,
  coverage,
  coversYear,
  isWorkingDay,
  type WorkingCalendar,
  workingDaysAfter,
} from './deadlines/working-days.ts';
export { type DocumentType, documentTypes } from './document-types.ts';
export { type ProposedEvent, proposedEvent } from './events/approval.ts';
export {
  type CampaignEventData,
  type CampaignEventType,
  type CampaignOpened,
  type CaseReport,
  campaignEvents,
  caseReport,
  exclusions,
  type RunAct,
  type Target,
} from './events/campaign.ts';
export { type EventData, type EventType, eventSchemas, eventTypes, isEventType } from './events/events.ts';
export { type ProcedureEventType, procedureEvents } from './events/procedure.ts';
export {
  type Document,
  document,
  instant,
  mineId,
  NOT_STATED,
  precision,
  region,
  type Source,
  source,
} from './events/values.ts';
export {
  type Fact,
  type FactOf,
  factOf,
  isMineStream,
  mineOfStream,
  mineStream,
  UnreadableFact,
  withData,
} from './fact.ts';
export {
  apply,
  type FoldedMine,
  fold,
  isInOrder,
  NotRegistered,
  type Standpoint,
  type Stretch,
  standpoints,
} from './fold.ts';
export { type EffectiveFact, effectiveHistory, type Instants } from './history.ts';
export { mayOperate } from './may-operate.ts';
export { type Procedure, procedure, procedureName, procedureReference } from './procedures/procedure.ts';
export { PROCEDURES_STREAM, procedureFactOf, proceduresWith } from './procedures/procedure-fact.ts';
export {
  defaultProcedure,
  type ProcedureEvent,
  type Procedures,
  type PublishedProcedure,
  procedureInForce,
  procedureNamed,
  proceduresAfter,
  regionsInForce,
  shippedProcedures,
  UnknownProcedure,
} from './procedures/procedures.ts';
export { shippedDocuments } from './procedures/shipped.ts';
export { strict1 } from './procedures/strict-1.ts';
export { type ProcedureWordings, wordingsOf } from './procedures/wordings.ts';
export type { Reason } from './reason.ts';
export { type Actor, actor, officials, type Person, type Role, role } from './roles.ts';
export { operatesNow, type Tenure, tenureOf } from './tenure.ts';
export { endOfTenure, factsVisibleToOwner, foldForOwner } from './visibility.ts';
export {
  answeringOffice,
  type WaitingOn,
  waitingApartFromRequests,
  waitingOn,
  waitsForRequests,
} from './waiting-on.ts';
export { type WorkItem, workOf } from './work.ts';
