/** What folding a log needs of the engine beside the domain: a thread that does nothing else loads the rest of it for nothing. */
export { type CampaignFact, campaignFactOf, isCampaignStream } from './campaigns/campaign-event.ts';
export { applyToCampaign } from './campaigns/decision.ts';
export { isRunStream, type RunFact, runFactOf } from './campaigns/run-event.ts';
export { comparePositionsOf, shareOfLog } from './event-store/compare-positions.ts';
export { openSqliteStreams, type StreamsOfLog } from './event-store/sqlite-streams.ts';
export { remembered } from './rectification/remembered.ts';
export { dueAfter } from './scheduler/scheduler.ts';
export { ENGINE_VERSION } from './stored-event.ts';
