import { againstRun, type Campaign, type Engine, type EventStore, knownCampaign } from '@rectify/engine';
import { NotFolding, type Projector, type Viewer } from '@rectify/projections';
import { type Caller, personOf } from '../auth/claims.ts';
import { Problem } from '../problems.ts';
import type { PreviewTokens } from './preview-token.ts';
import { campaignProblem } from './problem.ts';

/** How long an act on many mines waits for the read side to hold all that is stored, in milliseconds. */
const PATIENCE = 10_000;

/** What acting on many mines needs: the engine decides, the read side selects. */
export interface ActNeeds {
  readonly store: EventStore;
  readonly engine: Engine;
  readonly projector: Pick<Projector, 'database' | 'caughtUp'>;
  readonly clock: () => string;
  readonly newId: () => string;
  readonly viewerOf: (caller: Caller) => Viewer;
  readonly tokens: PreviewTokens;
}

/** The campaign that a caller acts in. @throws Problem when there is none, it is closed, or they may not act on many mines there */
export async function campaignActedIn({ store }: ActNeeds, campaignId: string, caller: Caller): Promise<Campaign> {
  const campaign = (await knownCampaign(store, campaignId))?.campaign;
  const rejection = againstRun(campaign, { campaignId, person: personOf(caller) });
  if (rejection || !campaign) throw campaignProblem(rejection ?? { code: 'unknown-campaign', campaignId });
  return campaign;
}

/** Waits until the read side holds all that is stored. @throws Problem `not-yet-known` */
export async function readSideCaughtUp({ projector }: ActNeeds): Promise<void> {
  const patience = AbortSignal.timeout(PATIENCE);
  try {
    await projector.caughtUp(patience);
  } catch (error) {
    if (!patience.aborted && !(error instanceof NotFolding)) throw error;
    throw new Problem('not-yet-known', {
      detail: 'This node has not folded all that is stored yet. Ask again in a moment.',
      headers: { 'Retry-After': '2' },
    });
  }
}
