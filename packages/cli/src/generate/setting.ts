import type { Procedures } from '@rectify/engine';
import { z } from 'zod';
import type { GeneratedCampaign } from './campaigns.ts';

/** What is asked for: everything else follows from it. */
export const asked = z.strictObject({
  seed: z.int(),
  mines: z.int().positive(),
  /** The time that is generated, in milliseconds. */
  window: z.strictObject({ from: z.int(), to: z.int() }),
});

/** {@link asked} as a type. */
export type Asked = z.infer<typeof asked>;

/** All that the life of a mine depends on, besides its number. */
export interface Setting extends Asked {
  readonly campaigns: readonly GeneratedCampaign[];
  /** The procedure versions known at an instant, in milliseconds. */
  readonly proceduresAt: (instant: number) => Procedures;
  /** The name of the version that came into force last. */
  readonly newestProcedureAt: (instant: number) => string;
}
