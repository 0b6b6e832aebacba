import type { Outcome } from '../commands.ts';
import type { Engine, EngineNeeds } from '../engine.ts';
import { WrongExpectedRevision } from '../event-store/errors.ts';
import type { EventStore } from '../event-store/event-store.ts';
import type { CaseReport, Target } from '../rectification/events/campaign.ts';
import type { Actor, Person } from '../rectification/roles.ts';
import { whyRefused } from '../rejection.ts';
import { asJson, commandHash, ENGINE_VERSION } from '../stored-event.ts';
import { appendToCampaign } from './appending.ts';
import type { Campaign, Run, RunOutcomes } from './campaign.ts';
import { againstCase } from './conditions.ts';
import { knownCampaign } from './known-campaign.ts';
import { runFactOf, runStream } from './run-event.ts';
import { type RunStanding, runOutcomes, runStanding } from './run-standing.ts';
import { severalAtOnce } from './several-at-once.ts';

/** The cases that are reported together: few enough that their reasons fit into one append. */
const CASES_A_REPORT = 100;

/** The cases under way at once: enough that their commits share one fsync. */
const AT_ONCE = 32;

/** The most of the reasons against one case that are kept, and the most characters of each. */
const REASONS_KEPT = 5;
const DETAIL_KEPT = 400;

/** Who says that a run is complete. */
const theSystem: Actor = { id: 'system', role: 'system', office: 'system' };

/** What carrying out a run needs. */
export interface RunNeeds extends EngineNeeds {
  readonly engine: Engine;
}

/** Told after each report of a run: how many of its cases are done. */
export type RunProgress = (done: number) => void;

/**
 * Carries out a run that was started, from where it was left: one command to each case, whose id follows from run and case, so that
 * going on after a crash, or on two nodes at once, doubles nothing. Ends early, at a report, when the signal aborts.
 * @throws StoreUnavailable, StoreOverloaded, StoreClosed and leaves the rest for the next time
 */
export async function carryOutRun(
  needs: RunNeeds,
  { campaignId, runId }: { readonly campaignId: string; readonly runId: string },
  { signal, onProgress }: { readonly signal?: AbortSignal; readonly onProgress?: RunProgress } = {},
): Promise<RunOutcomes | undefined> {
  const campaign = (await knownCampaign(needs.store, campaignId))?.campaign;
  const run = campaign?.runs.find((one) => one.runId === runId);
  if (!campaign || !run) return undefined;
  if (run.outcomes) return run.outcomes;
  let standing = await runStanding(needs.store, runId);
  for await (const batch of needs.store.read(runStream(runId))) {
    for (const { type, data } of batch.map(runFactOf)) {
      if (type !== 'RunTargetsListed') continue;
      const end = data.from + data.targets.length;
      while (standing.reported < end) {
        if (signal?.aborted) return undefined;
        const first = standing.reported - data.from;
        const targets = data.targets.slice(first, first + CASES_A_REPORT);
        const cases = await severalAtOnce(targets, AT_ONCE, (target) => act(needs, campaign, run, target));
        standing = await report(needs, { campaignId, runId, standing, cases });
        onProgress?.(standing.reported);
      }
    }
  }
  return complete(needs, campaignId, run);
}

/** One case: the command is sent in the name of whoever started the run. */
async function act({ engine }: RunNeeds, campaign: Campaign, run: Run, target: Target): Promise<CaseReport> {
  const { mineId, approvalId } = target;
  const person: Person = { ...run.startedBy, regions: run.regions, mines: [] };
  const commandId = [run.runId, mineId, ...(approvalId === undefined ? [] : [approvalId])].join('/');
  const sent = run.act.kind === 'event' ? run.act.event : granting(approvalId, run.count);
  const loaded = await engine.load(mineId);
  const wasSent = loaded?.facts.some((fact) => fact.commandId === commandId && fact.actor.id === person.id);
  const against = loaded && !wasSent && againstCase(campaign, loaded.folded.mine, sent.type);
  if (against) return { ...target, outcome: 'refused', reasons: [against] };
  return reportOf(target, await engine.send({ ...sent, mineId, person, commandId, correlationId: run.runId }));
}

/** Each of requests that are granted together says of how many it is one. */
function granting(approvalId: string | undefined, oneOf: number) {
  return { type: 'ApprovalGranted', data: { approvalId, oneOf } };
}

function reportOf(target: Target, outcome: Outcome): CaseReport {
  switch (outcome.kind) {
    case 'accepted':
      return { ...target, outcome: 'stored', ...(outcome.facts[0] && { eventId: outcome.facts[0].eventId }) };
    case 'approval':
      return { ...target, outcome: 'requested', approvalId: outcome.approval.approvalId };
    case 'rejected': {
      const reasons = whyRefused(outcome.rejection).slice(0, REASONS_KEPT);
      return {
        ...target,
        outcome: 'refused',
        reasons: reasons.map((reason) => ({ ...reason, detail: reason.detail.slice(0, DETAIL_KEPT) })),
      };
    }
  }
}

/** What a report is about. */
interface Reported {
  readonly campaignId: string;
  readonly runId: string;
  readonly standing: RunStanding;
  readonly cases: readonly CaseReport[];
}

/** Stores what became of some cases, unless another node was first: then goes on from where that one is. */
async function report(
  { store, clock, newId }: { readonly store: EventStore; readonly clock: () => string; readonly newId: () => string },
  { campaignId, runId, standing, cases }: Reported,
): Promise<RunStanding> {
  const data = { runId, campaignId, from: standing.reported, cases };
  const metadata = { recordedAt: clock(), actor: theSystem, engineVersion: ENGINE_VERSION };
  const event = { eventId: newId(), type: 'RunCasesReported', data: asJson(data), metadata: asJson(metadata) };
  try {
    const { lastRevision } = await store.append(runStream(runId), [event], standing.revision);
    return { revision: lastRevision, reported: standing.reported + cases.length };
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error;
    return runStanding(store, runId);
  }
}

/** Says that a run is complete, once. */
async function complete(
  needs: EngineNeeds,
  campaignId: string,
  { runId, eventId: causationId }: Run,
): Promise<RunOutcomes> {
  const outcomes = await runOutcomes(needs.store, runId);
  const commandId = `${runId}/completed`;
  const hash = commandHash([{ type: 'CampaignRunCompleted', data: { runId, ...outcomes } }], undefined);
  const sender = { campaignId, actor: theSystem, commandId, hash, correlationId: runId, causationId };
  await appendToCampaign(needs, sender, () => [{ type: 'CampaignRunCompleted', data: { runId, ...outcomes } }]);
  return outcomes;
}
