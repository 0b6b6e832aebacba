import { z } from 'zod';

/** A kind of call that can go wrong. */
export const kindOfCall = z.enum(['append', 'read', 'subscribe']);

/** How a call goes wrong, and what has become of an append by then. */
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
  /** Committed at once, answered when the answers are released. */
  'hold',
]);

const node = z.int().nonnegative();

/** A fault that calls are to meet. */
export const fault = z.strictObject({
  call: kindOfCall,
  how: howItFails,
  /** How many calls meet it. */
  times: z.int().positive().default(1),
  /** Only calls at this node; at any when it is absent. */
  node: node.optional(),
  /** For `delay`. */
  milliseconds: z.int().nonnegative().default(0),
});

/** What a stand-in can be told to do; a node is its index. */
export const command = z.discriminatedUnion('do', [
  fault.extend({ do: z.literal('misbehave') }),
  z.strictObject({ do: z.literal('behave') }),
  z.strictObject({ do: z.literal('release') }),
  z.strictObject({ do: z.literal('stopNode'), node }),
  z.strictObject({ do: z.literal('startNode'), node }),
  z.strictObject({ do: z.literal('elect'), node }),
  z.strictObject({ do: z.literal('holdBack'), node }),
  z.strictObject({ do: z.literal('letCatchUp'), node }),
  z.strictObject({ do: z.literal('cutSubscriptions'), node: node.optional() }),
  z.strictObject({ do: z.literal('dropSubscriptions'), node: node.optional() }),
  z.strictObject({ do: z.literal('report') }),
]);

/** What has happened so far. */
export const report = z.strictObject({
  /** Events in the log, the system's included. */
  events: z.int(),
  /** How many times a call has met a fault. */
  struck: z.int(),
  /** How many times a call still will. */
  pending: z.int(),
  /** Answers that are held or delayed. */
  held: z.int(),
  /** Subscriptions that are open. */
  subscriptions: z.int(),
});

/** A command that was checked. */
export type Command = z.output<typeof command>;

/** What has happened so far. */
export type Report = z.output<typeof report>;

/** Carries out a command, wherever the stand-in is, and tells what has happened so far. */
export type Perform = (order: z.input<typeof command>) => Promise<Report>;

interface AtNode {
  readonly node: number;
}

/** Makes a stand-in misbehave, in this process or over HTTP. A node is its index; node 0 leads at first. */
export interface Control {
  /** The next `times` calls of this kind (at this node) go wrong; a call meets the fault that was ordered first. */
  misbehave(order: z.input<typeof fault>): Promise<Report>;
  /** Forgets the faults that no call has met yet. */
  behave(): Promise<Report>;
  /** Gives the answers that are held or delayed. */
  release(): Promise<Report>;
  /** Closes the node's port and all its connections. Who leads does not change by it. */
  stopNode(which: AtNode): Promise<Report>;
  /** Opens the same port again. */
  startNode(which: AtNode): Promise<Report>;
  /** This node leads from now on, and sees everything. */
  elect(which: AtNode): Promise<Report>;
  /** The node, though connected, sees no new events: reads are stale, subscriptions silent. The leader cannot be held back. */
  holdBack(which: AtNode): Promise<Report>;
  letCatchUp(which: AtNode): Promise<Report>;
  /** Cuts the connections of all open subscriptions (at the node). */
  cutSubscriptions(which?: AtNode): Promise<Report>;
  /** Ends all open subscriptions (at the node) with the error for a consumer that is too slow. */
  dropSubscriptions(which?: AtNode): Promise<Report>;
  report(): Promise<Report>;
}

/** The control that carries out its commands like this. */
export function controlBy(perform: Perform): Control {
  return {
    misbehave: (order) => perform({ do: 'misbehave', ...order }),
    behave: () => perform({ do: 'behave' }),
    release: () => perform({ do: 'release' }),
    stopNode: (which) => perform({ do: 'stopNode', ...which }),
    startNode: (which) => perform({ do: 'startNode', ...which }),
    elect: (which) => perform({ do: 'elect', ...which }),
    holdBack: (which) => perform({ do: 'holdBack', ...which }),
    letCatchUp: (which) => perform({ do: 'letCatchUp', ...which }),
    cutSubscriptions: (which) => perform({ do: 'cutSubscriptions', ...which }),
    dropSubscriptions: (which) => perform({ do: 'dropSubscriptions', ...which }),
    report: () => perform({ do: 'report' }),
  };
}
