import { assign, setup } from 'xstate';
import { type Campaign, campaignAfter, opened } from './campaign.ts';
import type { CampaignEvent, CampaignEventOf } from './campaign-event.ts';
import { reasonsAgainst } from './conditions.ts';

const met = ({ context, event }: { readonly context: Campaign; readonly event: CampaignEvent }) =>
  reasonsAgainst(context, event).length === 0;

/** The event is put on the file and the campaign stays open. */
const stays = { guard: met, actions: 'record' } as const;

/**
 * The statechart of one campaign: open, with regions, period, selections and runs that may still come, until somebody closes it. As
 * that of a mine it is pure: only `on`, targets, guards and `assign`.
 */
export const campaignChart = setup({
  types: {} as { context: Campaign; events: CampaignEvent; input: CampaignEventOf<'CampaignOpened'> },
  actions: { record: assign(({ context, event }) => campaignAfter(context, event)) },
}).createMachine({
  id: 'campaign',
  context: ({ input }) => opened(input),
  initial: 'open',
  states: {
    open: {
      on: {
        CampaignExtended: stays,
        CampaignTargetsSelected: stays,
        CampaignRunStarted: stays,
        CampaignRunCompleted: stays,
        CampaignClosed: { target: 'closed', guard: met, actions: 'record' },
      },
    },
    closed: {},
  },
});
