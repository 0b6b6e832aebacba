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

  constructor(size: number, numbering: Numbering, credentials: ServerCredentials | undefined) {
    this.log = new Log(numbering, Date.now);
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

  /** Lets a node lead; a leader sees everything. */
  elect(index: number): void {
    const node = this.node(index);
    node.letCatchUp();
    this.#leader = node.index;
  }

  /**
   * Lets a node see no new events.
   * @throws RangeError when it leads
   */
  holdBack(index: number): void {
    const node = this.node(index);
    if (node === this.leader) throw new RangeError('The leader cannot be held back: it has every event first.');
    node.holdBack();
  }
}
