import { type Campaign, foreseeInCampaign, type ProposedEvent } from '@rectify/engine';
import { type SelectedMine, selectedMines, selectionFilters } from '@rectify/projections';
import { z } from 'zod';
import { type Caller, personOf } from '../auth/claims.ts';
import { checked } from '../requests/checked.ts';
import type { ActNeeds } from './act-needs.ts';
import type { SentPreview } from './sent-to-many.ts';

/** A bulk action: who does what to which mines, in which campaign. */
export interface BulkAction {
  readonly campaign: Campaign;
  /** The filters of the list of mines, as its query has them. */
  readonly query: SentPreview['query'];
  readonly event: ProposedEvent;
  readonly caller: Caller;
}

const withQuery = z.object({ query: selectionFilters });

/**
 * The mines that a bulk action is about, by id from after one of them on, each with what is foreseen of it at `now`. A list with the same
 * query holds the same mines.
 * @throws Problem `invalid` where the query is none of the list of mines
 */
export async function foreseenMines(
  { projector, engine }: ActNeeds,
  { campaign, query, event, caller }: BulkAction,
  now: string,
  after?: string,
): Promise<AsyncGenerator<SelectedMine[]>> {
  const { query: filters } = checked(withQuery, { query });
  const procedures = await engine.procedures();
  const foresee = foreseeInCampaign(campaign, event, personOf(caller), { now, procedures });
  return selectedMines({ database: projector.database, filters, now, after, foresee });
}
