/** Decides what may happen to a mine and appends what did. The domain alone is in `@rectify/engine/rectification`. */
export type { Campaign, Run, RunOutcomes } from './campaigns/campaign.ts';
export {
  type CampaignFact,
  campaignFactOf,
  campaignStream,
  isCampaignStream,
} from './campaigns/campaign-event.ts';
export { carryOutRun } from './campaigns/carry-out.ts';
export type {
  CampaignCommand,
  CampaignOutcome,
  CampaignRejection,
  OpenCampaignCommand,
} from './campaigns/command.ts';
export { applyToCampaign, stateOf as campaignStateOf } from './campaigns/decision.ts';
export { eventForMany, foreseeInCampaign } from './campaigns/event-for-many.ts';
export { knownCampaign } from './campaigns/known-campaign.ts';
export { isRunStream, type RunFact, runFactOf } from './campaigns/run-event.ts';
export { openCampaign, sendCampaignEvent } from './campaigns/sending.ts';
export { againstRun, runIdFrom, startRun, TARGETS_A_CHUNK } from './campaigns/starting.ts';
export type { BatchCommand, Outcome, RegisterCommand, SendCommand, SentEvent } from './commands.ts';
export { checkDocuments } from './documents/check-documents.ts';
export { type DocumentFolder, documentFolder, removeUnfinishedDocuments } from './documents/document-folder.ts';
export { DocumentRefused, isTooLarge } from './documents/errors.ts';
export { recordReceived } from './documents/received.ts';
export { createEngine, type Engine, type EngineNeeds } from './engine.ts';
export { comparePositionsOf } from './event-store/compare-positions.ts';
export { digestLog, type LogDigest } from './event-store/digest.ts';
export * from './event-store/errors.ts';
export type {
  Appended,
  EventReader,
  EventStore,
  Json,
  JsonObject,
  NewEvent,
  Position,
  RecordedEvent,
  Revision,
  StreamName,
} from './event-store/event-store.ts';
export {
  type OpenStoreOptions,
  openReader,
  openStore,
  STORE_URLS,
  type StoreAddress,
  storeAddress,
} from './event-store/open-store.ts';
export { openSqliteReader } from './event-store/sqlite.ts';
export { lockForWriting, type WriterLock } from './event-store/sqlite-lock.ts';
export { type Foreseen, foresee, type MineInQuestion } from './foreseeing/foreseeing.ts';
export type { CorrectionPreviewCommand, Preview, PreviewCommand, PreviewOutcome } from './foreseeing/preview.ts';
export { eventJsonSchema, type FormSchema } from './form-schema.ts';
export { type HandedOver, type HandOver, handOver, previewHandOver } from './handing-over.ts';
export { inThreads } from './in-threads.ts';
export { knownProcedures, type ProcedureShelf, readProcedures } from './known-procedures.ts';
export { type LoneMine, type LoneMineNeeds, loneMine } from './lone-mine.ts';
export type { Possibilities } from './next.ts';
export { checkProcedure } from './procedures/check-procedure.ts';
export type { ComparedApproval } from './procedures/migration/compared-approvals.ts';
export type { ComparedCodes } from './procedures/migration/compared-codes.ts';
export type { ComparedDeadline } from './procedures/migration/compared-deadlines.ts';
export { type MigrationPreview, previewMigration } from './procedures/migration/preview.ts';
export { type ProcedureCommand, type ProcedureOutcome, sendProcedureEvent } from './procedures/publishing.ts';
export * from './rectification/index.ts';
export { type ProcedureChange, procedureChange } from './rectification/procedures/changes/change.ts';
export { diffProcedures } from './rectification/procedures/diff.ts';
export { type ProcedureFault, procedureFaultCodes } from './rectification/procedures/faults/fault.ts';
export { type Fault, type Rejection, whyRefused } from './rejection.ts';
export { keepRecording, NotRecorded, type RoundNeeds, recordWhatIsDue } from './scheduler/rounds.ts';
export { dueAfter, dueFor, type SystemEvent, theSystem } from './scheduler/scheduler.ts';
export type { KeptFile } from './store-care/backup-format.ts';
export { type CheckedLog, checkLog } from './store-care/check-log.ts';
export { checkStore } from './store-care/check-store.ts';
export { CopyDiffers, copyLog, requireSame, TargetHoldsOther } from './store-care/copy-log.ts';
export type { StoreFault } from './store-care/faults.ts';
export { type Backup, BackupUnusable, openBackup } from './store-care/read-backup.ts';
export { syncFolder } from './store-care/sync-folder.ts';
export { BackupExists, BackupFailed, writeBackup } from './store-care/write-backup.ts';
export { ENGINE_VERSION } from './stored-event.ts';
export type { Difference } from './verify/difference.ts';
export { type Verified, verifyAll } from './verify/verify-all.ts';
export { verifyMine } from './verify/verify-mine.ts';
export type { Way, WayStep } from './why-not/way.ts';
export { type Question, wayTo } from './why-not/why-not.ts';
