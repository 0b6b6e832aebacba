import type { Caller, CampaignStored, PreviewAnswer, SentGrants, SentPreview, StartedAnswer } from '@rectify/api';
import type { EventType } from '@rectify/engine';
import type { CampaignInFull, CampaignWithCases, RequestList, RunAnswer, RunReport } from '@rectify/projections';
import type { Act, Sent } from './act.ts';

/** A campaign to be opened: the data of `CampaignOpened`, where the id may be left out. */
export interface Opening extends Omit<Sent, 'type'> {
  readonly data: Readonly<Record<string, unknown>>;
}

/** A run by name. */
export type RunNamed = Pick<RunAnswer, 'campaignId' | 'runId'>;

/** A run with its cases. */
export type WholeReport = Pick<RunReport, 'run' | 'items'>;

/** What can be read of campaigns. What does not exist is thrown as `Refused`. */
export interface ReadingCampaigns {
  campaigns(state: 'open' | 'closed' | undefined): Promise<readonly CampaignWithCases[]>;
  campaign(campaignId: string): Promise<CampaignInFull>;
  /** A run with all its cases, or those that ended in one way. */
  report(run: RunNamed, outcome?: string): Promise<WholeReport>;
  /** The requests that wait in a campaign. */
  requests(campaignId: string, approvalType: EventType): Promise<RequestList['items']>;
}

/** What can be done with campaigns. What is refused is thrown as `Refused`. */
export interface WritingCampaigns {
  openCampaign(opening: Opening, act: Act): Promise<CampaignStored>;
  sendToCampaign(campaignId: string, event: Sent, act: Act): Promise<CampaignStored>;
  previewMany(campaignId: string, sent: SentPreview, caller: Caller): Promise<PreviewAnswer>;
  /** Starts the run that a preview showed. */
  startRun(campaignId: string, token: string, caller: Caller): Promise<StartedAnswer>;
  /** Starts granting requests together. */
  grantTogether(campaignId: string, sent: SentGrants, act: Act): Promise<StartedAnswer>;
  /** Waits until a run is complete, or carries it out where no server does; told how many cases are done. */
  finish(run: RunNamed, caller: Caller, onProgress: (done: number) => void): Promise<RunAnswer>;
}
