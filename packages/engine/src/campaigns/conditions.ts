import type { Mine } from '../rectification/case/mine.ts';
import type { Reason } from '../rectification/reason.ts';
import type { Campaign } from './campaign.ts';
import type { CampaignEvent, CampaignEventOf } from './campaign-event.ts';

/** Every reason against an event of an open campaign, all at once; none if its conditions are met. */
export function reasonsAgainst(campaign: Campaign, event: CampaignEvent): Reason[] {
  switch (event.type) {
    case 'CampaignExtended':
      return extending(campaign, event);
    case 'CampaignTargetsSelected':
    case 'CampaignRunStarted':
      return campaign.runs
        .filter(({ runId }) => runId === event.data.runId)
        .map(({ runId }) => ({
          code: 'run-exists',
          detail: `The run ${runId} was started already.`,
          who: 'nobody',
          about: runId,
        }));
    case 'CampaignRunCompleted':
      return campaign.runs.some((run) => run.runId === event.data.runId && run.completedAt === null)
        ? []
        : [{ code: 'no-such-run', detail: `No run ${event.data.runId} is under way.`, who: 'nobody' }];
    case 'CampaignClosed':
      return campaign.runs
        .filter(({ completedAt }) => completedAt === null)
        .map(({ runId }) => ({
          code: 'run-under-way',
          detail: `The run ${runId} is still under way: close the campaign when it is complete.`,
          who: 'nobody',
          about: runId,
        }));
    default:
      return [];
  }
}

/** Why a run of a campaign does not send an event of a type to a mine, whatever the mine's own chart says; undefined if it does. */
export function againstCase(
  { campaignId, regions }: Pick<Campaign, 'campaignId' | 'regions'>,
  { region, approvals }: Pick<Mine, 'region' | 'approvals'>,
  type: string,
): Reason | undefined {
  if (!regions.includes(region))
    return {
      code: 'outside-campaign',
      detail: `The mine is in ${region}, and the campaign in ${regions.join(', ')}: extend it first.`,
      who: 'supervisor',
      about: region,
    };
  const waiting = Object.values(approvals).find(
    ({ event }) => event.type === 'ClosureOrdered' && event.data.campaignId === campaignId,
  );
  return type === 'ClosureOrdered' && waiting
    ? {
        code: 'requested-already',
        detail: `An order of this campaign waits for another person already, as ${waiting.approvalId}.`,
        who: waiting.granters[0] ?? 'supervisor',
        about: waiting.approvalId,
      }
    : undefined;
}

function extending(campaign: Campaign, { data: { regions, until } }: CampaignEventOf<'CampaignExtended'>): Reason[] {
  const known = regions?.filter((region) => campaign.regions.includes(region)) ?? [];
  return [
    ...known.map(
      (region): Reason => ({
        code: 'region-known',
        detail: `${region} is one of the campaign's regions already.`,
        who: 'supervisor',
        about: region,
      }),
    ),
    ...(until === undefined ? [] : prolonging(campaign, until)),
  ];
}

function prolonging({ until }: Campaign, wanted: string): Reason[] {
  if (until === null)
    return [
      {
        code: 'open-ended',
        detail: 'The campaign has no last day that could be put off.',
        who: 'supervisor',
      },
    ];
  return wanted > until
    ? []
    : [
        {
          code: 'not-later',
          detail: `The campaign lasts until ${until} already: name a later day.`,
          who: 'supervisor',
          about: until,
        },
      ];
}
