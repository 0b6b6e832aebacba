import type { ServerCredentials } from '@grpc/grpc-js';
import { Faults } from './faults.ts';
import { Log, type Numbering } from './log.ts';
import { Node } from './node.ts';

/** What calls to any node share. */
export class Cluster {
  readonly log: Log;
  readonly faults = new Faults();
  readonly nodes: readonly Node[];
  #leader = 0;

  constructor(size: number, numbering: Numbering, now: () => number, credentials: ServerCredentials | undefined) {
    this.log = new Log(numbering, now);
    this.nodes = Array.from({ length: size }, (_, index) => new Node(index, this.log, credentials));
  }

  get leader(): Node {
    return this.node(this.#leader);
  }

  /**
   * A node by its index.
   * @throws RangeError when there is none
   */
  node(index: number): Node {
    const node = this.nodes[index];
    if (node === undefined)
      throw new RangeError(`The stand-in has ${this.nodes.length} nodes; there is no node ${index}.`);
    return node;
  }

  /** Lets a node lead. */
  elect(index: number): void {
    this.#leader = this.node(index).index;
  }
}
