import type { Procedures } from '@rectify/engine';
import type { GeneratedCampaign } from './campaigns.ts';
import type { Window } from './window.ts';

/** All that the life of a mine depends on, besides its number. */
export interface Setting {
  readonly seed: number;
  readonly mines: number;
  readonly window: Window;
  readonly campaigns: readonly GeneratedCampaign[];
  /** The procedure versions known at an instant, in milliseconds. */
  readonly proceduresAt: (instant: number) => Procedures;
  /** The name of the version that came into force last. */
  readonly newestProcedureAt: (instant: number) => string;
}
