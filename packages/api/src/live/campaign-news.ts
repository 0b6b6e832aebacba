import {
  type CampaignFact,
  campaignFactOf,
  isCampaignStream,
  isRunStream,
  type RecordedEvent,
  type RunFact,
  runFactOf,
  UnreadableFact,
} from '@rectify/engine';
import { actorFor, campaignDataFor, type Viewer } from '@rectify/projections';
import type { Logger } from 'pino';

/** Something that happened in a campaign: an event of its own, or a step of one of its runs. */
export interface CampaignNews {
  readonly campaignId: string;
  readonly position: string;
  readonly fact: CampaignFact | RunFact;
}

/** What happened in campaigns among recorded events; what cannot be read is logged and left out. */
export function campaignNewsIn(events: readonly RecordedEvent[], log: Logger): CampaignNews[] {
  return events.flatMap((event): CampaignNews[] => {
    try {
      if (isCampaignStream(event.stream)) {
        const fact = campaignFactOf(event);
        return [{ campaignId: fact.campaignId, position: event.position, fact }];
      }
      if (isRunStream(event.stream)) {
        const fact = runFactOf(event);
        return [{ campaignId: fact.data.campaignId, position: event.position, fact }];
      }
      return [];
    } catch (error) {
      if (!(error instanceof UnreadableFact)) throw error;
      log.error({ err: error }, 'An event is left out of the live stream.');
      return [];
    }
  });
}

/** What is told of it. */
export interface ToldNews {
  readonly type: string;
  readonly position: string;
  readonly campaignId: string;
  readonly [more: string]: unknown;
}

/** What a viewer is told of it; of a run how many cases are listed or done, since its report says what became of them. */
export function describeNews({ campaignId, position, fact }: CampaignNews, viewer: Viewer): ToldNews {
  const about = { campaignId, type: fact.type, position, recordedAt: fact.recordedAt };
  switch (fact.type) {
    case 'RunTargetsListed':
      return { ...about, runId: fact.data.runId, listed: fact.data.from + fact.data.targets.length };
    case 'RunCasesReported':
      return { ...about, runId: fact.data.runId, done: fact.data.from + fact.data.cases.length };
    default:
      return {
        ...about,
        data: campaignDataFor(viewer, fact),
        occurredAt: fact.occurredAt,
        actor: actorFor(viewer, fact.actor),
      };
  }
}
