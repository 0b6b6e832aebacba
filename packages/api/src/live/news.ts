import type { Procedures, RecordedEvent } from '@rectify/engine';
import type { Logger } from 'pino';
import { type CampaignNews, campaignNewsIn } from './campaign-news.ts';
import { type MineFacts, mineFactsIn } from './mine-facts.ts';

/** What happened, as far as anybody may be told of it. */
export interface News {
  readonly mines: readonly MineFacts[];
  readonly campaigns: readonly CampaignNews[];
}

/** The news among recorded events; what cannot be read is logged and left out. */
export function newsIn(events: readonly RecordedEvent[], procedures: Procedures, log: Logger): News {
  return { mines: mineFactsIn(events, procedures, log), campaigns: campaignNewsIn(events, log) };
}
