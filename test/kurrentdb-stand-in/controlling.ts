import type { Cluster } from './cluster.ts';
import { type Control, commands } from './control.ts';
import type { Subscriptions } from './subscribing.ts';

/** The control of a stand-in in this process. */
export function controlOver(cluster: Cluster, subscriptions: Subscriptions): Control {
  const { faults } = cluster;
  const some = (node: number | undefined) => (node === undefined ? undefined : cluster.node(node));
  return {
    misbehave: async (fault) => faults.add(commands.misbehave.parse(fault)),
    behave: async () => faults.clear(),
    release: async () => faults.release(),
    stopNode: async ({ node }) => await cluster.node(node).stop(),
    startNode: async ({ node }) => await cluster.node(node).start(),
    elect: async ({ node }) => cluster.elect(node),
    holdBack: async ({ node }) => cluster.node(node).holdBack(),
    letCatchUp: async ({ node }) => cluster.node(node).letCatchUp(),
    cutSubscriptions: async ({ node } = {}) => subscriptions.cut(some(node)),
    dropSubscriptions: async ({ node } = {}) => subscriptions.drop(some(node)),
    report: async () => ({ events: cluster.log.length, subscriptions: subscriptions.count, ...faults.count() }),
  };
}
