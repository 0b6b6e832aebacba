import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Node } from './node.ts';
import { dropped } from './statuses.ts';

interface Open {
  readonly node: Node;
  readonly call: ServerWritableStream<ReadReq, ReadResp>;
  /** How many events wait because the consumer takes none, after it had caught up. */
  readonly behind: () => number;
}

/** The subscriptions that are open, so that they can be ended: on command, or because the consumer is too slow. */
export class Subscriptions {
  readonly #open = new Set<Open>();
  readonly #dropBehind: number;

  /** Ends a subscription when more than so many events wait for it. */
  constructor(dropBehind: number) {
    this.#dropBehind = dropBehind;
  }

  get count(): number {
    return this.#open.size;
  }

  /** Watches a subscription until the returned function is called. */
  join(subscription: Open): () => void {
    this.#open.add(subscription);
    const forget = subscription.node.onShown(() => {
      if (subscription.behind() > this.#dropBehind) end(subscription);
    });
    return () => {
      forget();
      this.#open.delete(subscription);
    };
  }

  /** Cuts the connections of all of them, or of those at one node. */
  cut(node: number | undefined): void {
    for (const subscription of this.#at(node)) subscription.node.cut(subscription.call);
  }

  /** Ends all of them, or those at one node, with an error. */
  drop(node: number | undefined): void {
    for (const subscription of this.#at(node)) end(subscription);
  }

  #at(node: number | undefined): Open[] {
    return [...this.#open].filter((open) => node === undefined || open.node.index === node);
  }
}

function end({ call }: Open): void {
  if (call.writable) call.emit('error', dropped);
}
