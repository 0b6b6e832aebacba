import { defaultProcedure, type Procedure, strict1 } from '@rectify/engine';
import { DAY } from './durations.ts';
import { regions } from './regions.ts';
import { type Window, within } from './window.ts';

/** A procedure version that is published, and when; instants in milliseconds. */
export interface GeneratedProcedure {
  readonly procedure: Procedure;
  readonly publishedAt: number;
  readonly inForceFrom: number;
}

/**
 * The versions published in a window: at its beginning the shipped procedure for all generated regions, from six tenths on the strict one,
 * published a month before.
 */
export function proceduresOf(window: Window): GeneratedProcedure[] {
  const strictFrom = within(window, 0.6);
  return [
    {
      procedure: { ...defaultProcedure, version: 2, regions: [...regions] },
      publishedAt: window.from,
      inForceFrom: window.from,
    },
    {
      procedure: { ...strict1, id: defaultProcedure.id, version: 3, regions: [...regions] },
      publishedAt: Math.max(window.from + 1000, strictFrom - 30 * DAY),
      inForceFrom: strictFrom,
    },
  ];
}
