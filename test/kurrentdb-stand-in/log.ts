/** An event as a client proposes it; payloads are bytes that the log does not look into. */
export interface ProposedEvent {
  /** A lower-case UUID. */
  readonly id: string;
  readonly type: string;
  /** As the protocol says it, for instance `application/json`. */
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event in the log. */
export interface LoggedEvent extends ProposedEvent {
  readonly stream: string;
  /** In its stream, from 0. */
  readonly revision: number;
  /** Where it stands in `$all`; the protocol's commit and prepare position are both this. */
  readonly position: bigint;
  /** When it was written, in milliseconds of the epoch. */
  readonly created: number;
}

/** What a writer expects of a stream; a number is its last revision. */
export type Expected = 'any' | 'stream-exists' | 'no-stream' | bigint;

/** What became of an append: `last` is its last event, absent for an append of nothing; `current` is absent without a stream. */
export type Written =
  | {
      readonly kind: 'written' | 'already-there';
      readonly last: LoggedEvent | undefined;
      readonly current: number | undefined;
    }
  | { readonly kind: 'wrong-expected-version'; readonly current: number | undefined };

/** How a log numbers its events. */
export interface Numbering {
  readonly firstPosition: bigint;
  /** From one event to the next. */
  readonly stride: bigint;
}

/** All events in memory, in one order; what every node of the stand-in reads. */
export class Log {
  readonly #numbering: Numbering;
  readonly #now: () => number;
  readonly #all: LoggedEvent[] = [];
  readonly #streams = new Map<string, LoggedEvent[]>();
  readonly #grown = new Set<() => void>();

  constructor(numbering: Numbering, now: () => number) {
    this.#numbering = numbering;
    this.#now = now;
  }

  /** How many events there are. */
  get length(): number {
    return this.#all.length;
  }

  /** The event at an index from 0, by position. */
  at(index: number): LoggedEvent | undefined {
    return this.#all[index];
  }

  /** The events of a stream by revision; none when it does not exist. */
  stream(name: string): readonly LoggedEvent[] {
    return this.#streams.get(name) ?? [];
  }

  /** How many events lie before a position. */
  before(position: bigint): number {
    const { firstPosition, stride } = this.#numbering;
    if (position <= firstPosition) return 0;
    const index = (position - firstPosition + stride - 1n) / stride;
    return index < BigInt(this.#all.length) ? Number(index) : this.#all.length;
  }

  /** Calls back after every append until the returned function is called. */
  onGrown(callback: () => void): () => void {
    this.#grown.add(callback);
    return () => this.#grown.delete(callback);
  }

  /**
   * Appends all events or none, by the rules of the real server: at the current revision ids are not looked at; at an earlier one,
   * or at any, an append whose ids stand there already is answered as it was.
   */
  append(stream: string, events: readonly ProposedEvent[], expected: Expected): Written {
    const written = this.#streams.get(stream) ?? [];
    const current = written.length === 0 ? undefined : written.length - 1;
    const refused = { kind: 'wrong-expected-version', current } as const;
    if (expected === 'stream-exists' && current === undefined) return refused;
    if (typeof expected === 'bigint' && expected > BigInt(current ?? -1)) return refused;
    const from = this.#whereTheyMayStand(written, events, expected);
    if (from !== undefined && events.length > 0) {
      const standing = events.map((_, index) => written[from + index]);
      const last = standing.at(-1);
      if (last !== undefined && standing.every((event, index) => event?.id === events[index]?.id)) {
        return { kind: 'already-there', last, current: last.revision };
      }
      if (typeof expected === 'bigint' || expected === 'no-stream' || standing[0]?.id === events[0]?.id) return refused;
    }
    return this.#write(stream, events);
  }

  #whereTheyMayStand(written: readonly LoggedEvent[], events: readonly ProposedEvent[], expected: Expected) {
    const [first] = events;
    if (expected === 'any' || expected === 'stream-exists') {
      const found = written.findLastIndex((event) => event.id === first?.id);
      return found < 0 ? undefined : found;
    }
    const after = expected === 'no-stream' ? 0 : Number(expected) + 1;
    return after < written.length ? after : undefined;
  }

  #write(stream: string, events: readonly ProposedEvent[]): Written {
    const written = this.#streams.get(stream) ?? [];
    if (written.length === 0 && events.length > 0) this.#streams.set(stream, written);
    const created = this.#now();
    const { firstPosition, stride } = this.#numbering;
    for (const event of events) {
      const position = firstPosition + BigInt(this.#all.length) * stride;
      const logged = { ...event, stream, revision: written.length, position, created };
      written.push(logged);
      this.#all.push(logged);
    }
    for (const callback of this.#grown) callback();
    const last = events.length === 0 ? undefined : written.at(-1);
    return { kind: 'written', last, current: written.length === 0 ? undefined : written.length - 1 };
  }
}
