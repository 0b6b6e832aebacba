import { type Campaign, type CampaignFact, campaignStateOf, type Run } from '@rectify/engine';
import { eventTypes } from '@rectify/engine/rectification';
import { z } from 'zod';
import { actorFor, dataFor, queryFor, type Viewer } from '../viewer.ts';
import type { CampaignAnswer } from './campaign-answer.ts';
import type { StoredCampaign } from './campaigns-table.ts';
import type { RunAnswer } from './run-answer.ts';

const eventType = z.enum(eventTypes);
const jsonObject = z.record(z.string(), z.json());

/** How many cases of a run that is not complete have ended how. */
export type OutcomesSoFar = (run: Run) => RunAnswer['outcomes'];

/** Nothing is known of a run that has only been started. */
const allWaiting: OutcomesSoFar = ({ count }) => ({ waiting: count, stored: 0, requested: 0, refused: 0 });

/** A campaign as answered to a viewer. */
export function describeCampaign(
  { campaign, position }: StoredCampaign,
  viewer: Viewer,
  outcomes: OutcomesSoFar = allWaiting,
): CampaignAnswer {
  const { campaignId, name, trigger, triggeredOn, regions, until, authority, legalBasis, openedAt, closed } = campaign;
  return {
    campaignId,
    name,
    state: campaignStateOf(campaign),
    trigger,
    triggeredOn,
    regions: [...regions],
    until,
    authority,
    legalBasis,
    openedAt,
    openedBy: actorFor(viewer, campaign.openedBy),
    extensions: campaign.extensions.map(({ by, ...extension }) => ({ ...extension, by: actorFor(viewer, by) })),
    closed: closed && { ...closed, by: actorFor(viewer, closed.by) },
    runs: campaign.runs.map((run) => describeRun(campaign, run, viewer, outcomes)),
    position,
  };
}

/** A run as answered to a viewer. */
export function describeRun(
  { campaignId }: Pick<Campaign, 'campaignId'>,
  run: Run,
  viewer: Viewer,
  outcomes: OutcomesSoFar = allWaiting,
): RunAnswer {
  const { runId, act, count, selection, startedAt, startedBy, completedAt } = run;
  return {
    runId,
    campaignId,
    kind: act.kind,
    type: eventType.parse(act.kind === 'event' ? act.event.type : act.approvalType),
    count,
    selection: selection && {
      query: queryFor(viewer, selection.query),
      digest: selection.digest,
      position: selection.position,
      foreseen: selection.foreseen,
    },
    excluded: act.kind === 'grant' ? act.excluded : [],
    startedAt,
    startedBy: actorFor(viewer, startedBy),
    completedAt,
    outcomes: run.outcomes ? { waiting: 0, ...run.outcomes } : outcomes(run),
  };
}

/** The data of an event of a campaign as a viewer may know it: what a run sends, and the query it is for, can name people. */
export function campaignDataFor(viewer: Viewer, { type, data }: CampaignFact): z.infer<typeof jsonObject> {
  const shown = type === 'CampaignTargetsSelected' ? { ...data, query: queryFor(viewer, data.query) } : data;
  const json = jsonObject.parse(JSON.parse(JSON.stringify(shown)));
  return type === 'CampaignTargetsSelected' ? json : dataFor(viewer, json);
}
