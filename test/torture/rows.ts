import { backups } from './backups.ts';
import { durable } from './durable.ts';
import { fullDisk } from './full-disk.ts';
import { gracefulStop } from './graceful-stop.ts';
import { liveStreams } from './live-streams.ts';
import { nothingLost } from './nothing-lost.ts';
import { oneEffect } from './one-effect.ts';
import { oneOrder } from './one-order.ts';
import { powerCut } from './power-cut.ts';
import { projections } from './projections.ts';
import type { Row } from './row.ts';
import { subscribers } from './subscribers.ts';

/** Every promise that is attacked, in the order of the documentation. */
export const rows: readonly Row[] = [
  durable,
  powerCut,
  nothingLost,
  oneOrder,
  oneEffect,
  subscribers,
  liveStreams,
  projections,
  backups,
  fullDisk,
  gracefulStop,
];
