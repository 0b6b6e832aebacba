/** Rectify over HTTP: start a server, find a running one, sign tokens that it accepts. */
export {
  answerOutcome,
  type OutcomeAnswer,
  type Requested,
  requestedAnswer,
  type Stored,
  storedAnswer,
} from './answers/outcome.ts';
export {
  describeProcedure,
  describeProcedures,
  type ProcedureList,
  type ProcedureSummary,
  type PublishedAnswer,
  procedureList,
  publishedAnswer,
} from './answers/procedure.ts';
export type { Demonstration } from './app-needs.ts';
export { type Caller, caller } from './auth/claims.ts';
export { callerOf, type Persona, persona } from './auth/persona.ts';
export { SigningKeyUnusable, signingKey } from './auth/signing-key.ts';
export { mintToken, TOKEN_LIFETIME } from './auth/token.ts';
export type { ActNeeds } from './campaigns/act-needs.ts';
export { answerCampaign, answerOpening, type CampaignStored, campaignStored } from './campaigns/campaign-outcome.ts';
export { type PreviewAnswer, previewAnswer, type StartedAnswer, startedAnswer } from './campaigns/preview-answer.ts';
export { previewTokens } from './campaigns/preview-token.ts';
export { previewMany } from './campaigns/previewing.ts';
export { grantedTogether, previewed, type SentGrants, type SentPreview } from './campaigns/sent-to-many.ts';
export { grantTogether, startPreviewed } from './campaigns/starting-runs.ts';
export { type Config, ConfigInvalid, readConfig, type WrongVariable } from './config.ts';
export { findServer, type ServerFile } from './data-folder.ts';
export { keptFiles, UnknownKeptFile, writeKeptFiles } from './kept-files.ts';
export { CannotListen } from './listening.ts';
export { answerOf, Problem, type ProblemAnswer, problemAnswer } from './problems.ts';
export { problemOf, problemOfPublishing } from './rejections.ts';
export { type HandedOverCase, handedOver, MAX_CASES as MOST_HANDED_OVER } from './routes/handovers.ts';
export { type NextAnswer, nextAnswer } from './routes/next.ts';
export { checkAnswer, type ProcedureCheck } from './routes/procedure-drafts.ts';
export { rebuildAnswer } from './routes/rebuild.ts';
export { readDatabaseOf } from './start-projecting.ts';
export { type RunningServer, type ServerOptions, startServer } from './start-server.ts';
