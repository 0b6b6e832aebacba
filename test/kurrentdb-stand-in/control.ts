import { z } from 'zod';

/** Which calls can go wrong. */
export const kindOfCall = z.enum(['append', 'read', 'subscribe']);

/** How a call goes wrong; `committed` says what happened to an append. */
const howItFails = z.enum([
  /** UNAVAILABLE; nothing committed. */
  'refuse',
  /** NotLeader with the leader's address; nothing committed. */
  'not-leader',
  /** The connection is cut; nothing committed. */
  'cut-before',
  /** An append is committed, then the connection is cut without an answer; a reader gets one event before the cut. */
  'cut-after',
  /** The server says that it timed out; an append is committed all the same. */
  'time-out',
  /** Committed at once, answered after `milliseconds`. */
  'delay',
  /** Committed at once, answered when `release` is called. */
  'hold',
]);

const oneNode = z.strictObject({ node: z.int().nonnegative() });
const someNode = z.strictObject({ node: z.int().nonnegative().optional() });
const nothing = z.strictObject({});

/** The commands and what each takes; over HTTP a command is its path and this its body. */
export const commands = {
  misbehave: z.strictObject({
    call: kindOfCall,
    how: howItFails,
    times: z.int().positive().default(1),
    node: z.int().nonnegative().optional(),
    milliseconds: z.int().nonnegative().default(0),
  }),
  behave: nothing,
  release: nothing,
  stopNode: oneNode,
  startNode: oneNode,
  elect: oneNode,
  holdBack: oneNode,
  letCatchUp: oneNode,
  cutSubscriptions: someNode,
  dropSubscriptions: someNode,
  report: nothing,
} as const;

/** What has happened so far. */
export const report = z.strictObject({
  /** Events in the log, system events included. */
  events: z.int(),
  /** Faults that a call has met. */
  struck: z.int(),
  /** Faults that no call has met yet. */
  pending: z.int(),
  /** Answers that are held until `release`. */
  held: z.int(),
  /** Subscriptions that are open. */
  subscriptions: z.int(),
});

type Argument<C extends keyof typeof commands> = z.input<(typeof commands)[C]>;

/** Makes a stand-in misbehave, in this process or over HTTP. A node is its index; node 0 leads at first. */
export interface Control {
  /** The next `times` calls of this kind (at this node) go wrong; faults of one kind of call wait in line. */
  misbehave(fault: Argument<'misbehave'>): Promise<void>;
  /** Forgets the faults that no call has met yet. */
  behave(): Promise<void>;
  /** Gives the answers that are held. */
  release(): Promise<void>;
  /** Closes the node's port and all its connections. Who leads does not change by it. */
  stopNode(which: Argument<'stopNode'>): Promise<void>;
  /** Opens the same port again. */
  startNode(which: Argument<'startNode'>): Promise<void>;
  /** This node leads from now on. */
  elect(which: Argument<'elect'>): Promise<void>;
  /** The node, though connected, sees no new events: reads are stale, subscriptions silent. */
  holdBack(which: Argument<'holdBack'>): Promise<void>;
  letCatchUp(which: Argument<'letCatchUp'>): Promise<void>;
  /** Cuts the connections of all open subscriptions (of the node). */
  cutSubscriptions(which?: Argument<'cutSubscriptions'>): Promise<void>;
  /** Ends all open subscriptions (of the node) with the error for a consumer that is too slow. */
  dropSubscriptions(which?: Argument<'dropSubscriptions'>): Promise<void>;
  report(): Promise<z.output<typeof report>>;
}
