import { type CampaignOpened, NOT_STATED, type Person } from '@rectify/engine';
import { on5November, report } from './report.ts';
import { at } from './story/moments.ts';

/** The campaign as the report tells it: the trigger has no date there, the authority no name and no legal basis. */
const opened: CampaignOpened = {
  campaignId: 'november-2018',
  name: 'Rectification, November 2018',
  trigger: 'power-outage',
  regions: ['CN-GZ', 'CN-XJ'],
  authority: 'local authorities',
  legalBasis: NOT_STATED,
};

const opener: Person = { id: 'supervisor-1', role: 'supervisor', office: 'not-stated', regions: 'all', mines: [] };

/** The opening of the campaign, at the instant of its recording. */
export const campaignOpening = {
  at: at('11-05 08:40'),
  sent: { data: opened, person: opener, source: report.campaign, ...on5November },
};
