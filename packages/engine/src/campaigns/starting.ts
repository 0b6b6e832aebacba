import { v5 as uuidFrom } from 'uuid';
import type { EngineNeeds } from '../engine.ts';
import type { CampaignEventData, RunAct, Target } from '../rectification/events/campaign.ts';
import { actorOf, type Person, type Role } from '../rectification/roles.ts';
import { asJson, commandHash, ENGINE_VERSION } from '../stored-event.ts';
import { appendToCampaign, type CampaignPlan } from './appending.ts';
import type { Campaign } from './campaign.ts';
import type { CampaignOutcome, CampaignRejection } from './command.ts';
import { knownCampaign } from './known-campaign.ts';
import { runStream } from './run-event.ts';
import { forbids } from './sending.ts';

const RUN_IDS = 'a3f0b6c4-8e0e-5f6f-8f5c-5d9c2f0b7e11';
/** Who may act on many mines at once: those who could order and schedule one after the other. */
const ACTING: readonly Role[] = ['inspector', 'supervisor'];

const LISTED_IDS = '5f0c1f5e-7d5f-5d0c-9a37-4c64f3c1a9be';

/** The cases in one event of a run's list: far below what one append may hold, whatever their ids. */
export const TARGETS_A_CHUNK = 2_000;

/** A run to be started: the same person, key and act are the same run. */
export interface RunCommand {
  readonly campaignId: string;
  readonly runId: string;
  readonly person: Person;
  readonly commandId: string;
  readonly act: RunAct;
  readonly count: number;
  /** How the cases were selected; undefined for all requests that wait. */
  readonly selection?: Omit<CampaignEventData<'CampaignTargetsSelected'>, 'runId' | 'count'>;
  /** The cases in their order, at most {@link TARGETS_A_CHUNK} at a time; the same again when the run is started again. */
  readonly targets: Iterable<readonly Target[]>;
}

/**
 * Starts a run: lists its cases in the run's own stream and then says in the campaign's that it was started. Only from then on there is
 * a run; what a start that was cut off has listed is found again by the next one. Nothing is sent yet: see `carryOutRun`.
 */
export async function startRun(needs: EngineNeeds, command: RunCommand): Promise<CampaignOutcome> {
  const { campaignId, runId, person, commandId, act, count, selection } = command;
  const known = await knownCampaign(needs.store, campaignId);
  const rejection = againstRun(known?.campaign, command);
  if (rejection) return { kind: 'rejected', rejection };
  if (known?.campaign.runs.every((run) => run.runId !== runId)) await list(needs, command);
  const hash = commandHash([{ type: 'CampaignRunStarted', data: { runId, act, count, selection } }], undefined);
  const sender = { campaignId, actor: person, commandId, hash, correlationId: runId };
  return appendToCampaign(needs, sender, (stored): CampaignPlan => {
    const selected = selection && ({ type: 'CampaignTargetsSelected', data: { ...selection, runId, count } } as const);
    const regions = person.regions === 'all' ? 'all' : [...person.regions];
    return (
      againstRun(stored?.campaign, command) ?? [
        ...(selected ? [selected] : []),
        { type: 'CampaignRunStarted', data: { runId, act, count, regions } },
      ]
    );
  });
}

/**
 * Why a person may start no run in a campaign; undefined if they may. They act in one of its regions at least; case by case the engine
 * decides.
 */
export function againstRun(
  campaign: Campaign | undefined,
  { campaignId, person }: Pick<RunCommand, 'campaignId' | 'person'>,
): CampaignRejection | undefined {
  if (!campaign) return { code: 'unknown-campaign', campaignId };
  const { regions } = campaign;
  const own = regions.filter((region) => person.regions === 'all' || person.regions.includes(region));
  const forbidden = forbids(person, 'act on many mines at once', own.length > 0 ? own : regions, ACTING);
  return forbidden ?? (campaign.closed === null ? undefined : isClosed(campaign));
}

function isClosed({ campaignId }: Campaign): CampaignRejection {
  const detail = `The campaign ${campaignId} is closed: open another.`;
  return {
    code: 'illegal-transition',
    reasons: [{ code: 'campaign-closed', detail, who: 'supervisor', about: campaignId }],
  };
}

/** The id of a run: the same person, campaign and key are the same run. */
export function runIdFrom(personId: string, campaignId: string, key: string): string {
  return uuidFrom(JSON.stringify([personId, campaignId, key]), RUN_IDS);
}

/** Lists the cases; the events' ids follow from the run, so that listing again stores nothing twice. */
async function list({ store, clock }: EngineNeeds, command: RunCommand): Promise<void> {
  const { campaignId, runId, person, targets } = command;
  let from = 0;
  let revision: 'no-stream' | number = 'no-stream';
  for (const chunk of targets) {
    const data = { runId, campaignId, from, targets: chunk };
    const metadata = { recordedAt: clock(), actor: actorOf(person), engineVersion: ENGINE_VERSION };
    const eventId = uuidFrom(`${runId}/${from}`, LISTED_IDS);
    const event = { eventId, type: 'RunTargetsListed', data: asJson(data), metadata: asJson(metadata) };
    revision = (await store.append(runStream(runId), [event], revision)).lastRevision;
    from += chunk.length;
  }
}
