import type { Cluster } from './cluster.ts';
import type { Expected, ProposedEvent, Written } from './log.ts';
import type { Node } from './node.ts';
import type { Refusal } from './statuses.ts';
import { notLeader, notReady } from './statuses.ts';

/** An append as either call carries it. */
export interface Append {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly ProposedEvent[];
}

/** The ways in which an append can be answered; each kind of call has its own words for them. */
export interface Answers {
  written(written: Written): void;
  tooLarge(maximum: number): void;
  timedOut(): void;
  /** The whole call ends, not this append alone. */
  refused(refusal: Refusal): void;
  cut(): void;
}

/** What the log does besides what clients ask. */
export interface WriterOptions {
  /** In bytes, as the server counts them. */
  readonly maxAppendSize: number;
  /** Whether the server writes events of its own before each append. */
  readonly systemEvents: boolean;
}

const encoder = new TextEncoder();

// What a real server keeps in `$all` besides the users' streams: by their types alone they are not all known as the system's.
const OF_THE_SYSTEM: readonly (readonly [stream: string, type: string, contentType: string, data: string])[] = [
  ['$stats-127.0.0.1:2113', '$statsCollected', 'application/json', '{"proc-mem":1}'],
  ['$ce-mine', '$>', 'application/octet-stream', '0@mine-XJ-0001'],
  ['$$mine-XJ-0001', '$metadata', 'application/json', '{"$maxCount":1000000}'],
  ['$persistentSubscriptionConfig', 'PersistentConfig1', 'application/json', '{"version":"2"}'],
];

/** Takes appends for all nodes, and lets them go wrong as ordered. */
export class Writer {
  readonly #cluster: Cluster;
  readonly #options: WriterOptions;
  #ofTheSystem = 0;

  constructor(cluster: Cluster, options: WriterOptions) {
    this.#cluster = cluster;
    this.#options = options;
  }

  /** Appends at a node; one that does not lead passes it on, or says who leads when the client wants that. */
  async append(node: Node, requiresLeader: boolean, append: Append, answers: Answers): Promise<void> {
    const { faults, leader } = this.#cluster;
    const { maxAppendSize } = this.#options;
    if (node !== leader && requiresLeader) return answers.refused(notLeader(leader.address));
    if (!leader.isAlive) return answers.timedOut();
    const fault = faults.strike('append', node.index);
    if (fault?.how === 'refuse') return answers.refused(notReady);
    if (fault?.how === 'not-leader') return answers.refused(notLeader(leader.address));
    if (fault?.how === 'cut-before') return answers.cut();
    if (size(append.events) > maxAppendSize) return answers.tooLarge(maxAppendSize);
    if (this.#options.systemEvents) this.#writeOwn();
    const written = this.#cluster.log.append(append.stream, append.events, append.expected);
    if (fault?.how === 'cut-after') return answers.cut();
    if (fault?.how === 'time-out') return answers.timedOut();
    await faults.mayAnswer(fault);
    answers.written(written);
  }

  #writeOwn(): void {
    const own = OF_THE_SYSTEM[this.#ofTheSystem % OF_THE_SYSTEM.length];
    if (own === undefined) return;
    this.#ofTheSystem += 1;
    const [stream, type, contentType, data] = own;
    const id = `00000000-0000-4000-8000-${this.#ofTheSystem.toString(16).padStart(12, '0')}`;
    const event = { id, type, contentType, data: encoder.encode(data), metadata: new Uint8Array() };
    // At its current revision, because at any the log looks through the whole stream for the id.
    const { length } = this.#cluster.log.stream(stream);
    this.#cluster.log.append(stream, [event], length === 0 ? 'no-stream' : BigInt(length - 1));
  }
}

function size(events: readonly ProposedEvent[]): number {
  return events.reduce((sum, { data, metadata, type }) => sum + data.length + metadata.length + 2 * type.length, 0);
}
