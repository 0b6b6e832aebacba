import type { CampaignEventData, CampaignOpened, RunAct } from '../rectification/events/campaign.ts';
import type { Actor } from '../rectification/roles.ts';
import type { CampaignEvent, CampaignEventOf } from './campaign-event.ts';

/** A campaign as its events leave it. */
export interface Campaign extends Omit<CampaignOpened, 'triggeredOn' | 'until'> {
  readonly triggeredOn: string | null;
  readonly until: string | null;
  readonly openedAt: string;
  readonly openedBy: Actor;
  readonly extensions: readonly (CampaignEventData<'CampaignExtended'> & { readonly at: string; readonly by: Actor })[];
  /** Each selection of mines, the first first. */
  readonly selections: readonly CampaignEventData<'CampaignTargetsSelected'>[];
  /** Each run that was started, the first first. */
  readonly runs: readonly Run[];
  readonly closed: { readonly at: string; readonly by: Actor; readonly reason: string } | null;
}

/** One act on many cases: what is done to each, by whom, and how it ended. */
export interface Run {
  readonly runId: string;
  readonly act: RunAct;
  /** How many cases it has. */
  readonly count: number;
  /** How they were selected; null for all requests that waited. */
  readonly selection: CampaignEventData<'CampaignTargetsSelected'> | null;
  readonly startedBy: Actor;
  /** Where whoever started it acts. */
  readonly regions: readonly string[] | 'all';
  readonly startedAt: string;
  /** The id of the event that started it. */
  readonly eventId: string;
  readonly completedAt: string | null;
  /** How many cases ended how; null until it is complete. */
  readonly outcomes: RunOutcomes | null;
}

/** How many cases of a run ended how. */
export type RunOutcomes = Omit<CampaignEventData<'CampaignRunCompleted'>, 'runId'>;

/** The campaign that an opening begins. */
export function opened({ data, occurredAt, actor }: CampaignEventOf<'CampaignOpened'>): Campaign {
  const { triggeredOn = null, until = null, ...rest } = data;
  return {
    ...rest,
    triggeredOn,
    until,
    openedAt: occurredAt,
    openedBy: actor,
    extensions: [],
    selections: [],
    runs: [],
    closed: null,
  };
}

/** The campaign after an event. */
export function campaignAfter(campaign: Campaign, event: CampaignEvent): Campaign {
  switch (event.type) {
    case 'CampaignOpened':
      return campaign;
    case 'CampaignExtended':
      return {
        ...campaign,
        regions: [...new Set([...campaign.regions, ...(event.data.regions ?? [])])],
        until: event.data.until ?? campaign.until,
        extensions: [...campaign.extensions, { ...event.data, at: event.occurredAt, by: event.actor }],
      };
    case 'CampaignTargetsSelected':
      return { ...campaign, selections: [...campaign.selections, event.data] };
    case 'CampaignRunStarted':
      return { ...campaign, runs: [...campaign.runs, startedRun(campaign, event)] };
    case 'CampaignRunCompleted': {
      const { runId, ...outcomes } = event.data;
      const completed = { completedAt: event.occurredAt, outcomes };
      return { ...campaign, runs: campaign.runs.map((run) => (run.runId === runId ? { ...run, ...completed } : run)) };
    }
    case 'CampaignClosed':
      return { ...campaign, closed: { at: event.occurredAt, by: event.actor, reason: event.data.reason } };
  }
}

function startedRun({ selections }: Campaign, event: CampaignEventOf<'CampaignRunStarted'>): Run {
  const { runId, act, count, regions } = event.data;
  return {
    runId,
    act,
    count,
    selection: selections.find((selection) => selection.runId === runId) ?? null,
    startedBy: event.actor,
    regions,
    startedAt: event.occurredAt,
    eventId: event.eventId,
    completedAt: null,
    outcomes: null,
  };
}
