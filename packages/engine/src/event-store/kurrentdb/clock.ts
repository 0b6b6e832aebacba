import { BACKWARDS, END, FORWARDS, type ReadStreamOptions } from '@kurrent/kurrentdb-client';
import type { Connection } from './connection.ts';
import { type PatienceOptions, patiently } from './patience.ts';

/** Two clocks may differ by so many milliseconds: the instants of events come from the node that stores them. */
const TOLERATED = 2_000;

/** While the clocks agree they are compared with one append in so many milliseconds at most. */
const RARELY = 10_000;

/** What comparing clocks needs. */
export interface ClockNeeds {
  readonly connection: Connection;
  /** The stream that names the store: an append to it disturbs nobody. */
  readonly identity: string;
  readonly options: PatienceOptions;
  /** The clock of this process, in milliseconds of the epoch. */
  readonly now: () => number;
  /** Makes ids for the cluster, new UUIDs. */
  readonly newId: () => string;
}

/** The clock of this process beside the one of the cluster's leader. */
export interface ClockComparison {
  /** Stores something and, now and then, compares the clocks by when the cluster says that it was stored. It costs the caller nothing. */
  around<T extends { readonly nextExpectedRevision: bigint }>(stream: string, store: () => Promise<T>): Promise<T>;
  /** How far this clock is off, see the port's `clockError`; while it is not known to be right, an append is made to find out. */
  error(): Promise<number>;
}

/** Starts without knowing anything. */
export function comparingClocks({ connection, identity, options, now, newId }: ClockNeeds): ClockComparison {
  let known: number | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let finding: Promise<number> | undefined;

  async function lastOf(stream: string, where: Pick<ReadStreamOptions, 'fromRevision' | 'direction'>) {
    for await (const { event } of connection.readStream(stream, { ...where, maxCount: 1, requiresLeader: true }))
      if (event) return event;
    throw new TypeError(`The cluster does not give back what stands in ${stream}.`);
  }

  /** The event was stored after it was sent and before it was answered: how far its time is outside of that is an error for certain. */
  async function compare(stream: string, revision: bigint, sent: number, answered: number): Promise<number> {
    const { created } = await lastOf(stream, { fromRevision: revision, direction: FORWARDS });
    const from = created.getTime();
    const certain = Math.max(0, sent - from) + Math.min(0, answered - from);
    known = Math.abs(certain) > TOLERATED ? certain : 0;
    return known;
  }

  async function timed<T>(store: () => Promise<T>) {
    const sent = now();
    const stored = await store();
    return { stored, sent, answered: now() };
  }

  async function find(): Promise<number> {
    const { revision } = await lastOf(identity, { fromRevision: END, direction: BACKWARDS });
    const event = {
      id: newId(),
      contentType: 'application/json',
      type: 'ClockCompared',
      data: {},
      metadata: undefined,
    } as const;
    const { stored, sent, answered } = await timed(() =>
      connection.appendToStream(identity, [event], { streamState: revision, requiresLeader: true }),
    );
    return compare(identity, stored.nextExpectedRevision, sent, answered);
  }

  return {
    async around(stream, store) {
      const { stored, sent, answered } = await timed(store);
      if (performance.now() - lookedAt >= RARELY) {
        lookedAt = performance.now();
        compare(stream, stored.nextExpectedRevision, sent, answered).catch(() => {});
      }
      return stored;
    },
    async error() {
      if (known === 0) return known;
      finding ??= patiently(options, find).finally(() => {
        finding = undefined;
      });
      return finding;
    },
  };
}
