import type { Cluster } from './cluster.ts';
import { type Command, command, type Perform } from './control.ts';
import type { Subscriptions } from './subscriptions.ts';

/** Carries out commands on a cluster in this process; throws when a command names a node that there is not. */
export function performOn(cluster: Cluster, subscriptions: Subscriptions): Perform {
  return async (order) => {
    await perform(cluster, subscriptions, command.parse(order));
    return { events: cluster.log.length, subscriptions: subscriptions.count, ...cluster.faults.count() };
  };
}

async function perform(cluster: Cluster, subscriptions: Subscriptions, order: Command): Promise<void> {
  switch (order.do) {
    case 'misbehave':
      return cluster.faults.add(order);
    case 'behave':
      return cluster.faults.clear();
    case 'release':
      return cluster.faults.release();
    case 'stopNode':
      return await cluster.node(order.node).stop();
    case 'startNode':
      return await cluster.node(order.node).start();
    case 'elect':
      return cluster.elect(order.node);
    case 'holdBack':
      return cluster.holdBack(order.node);
    case 'letCatchUp':
      return cluster.node(order.node).letCatchUp();
    case 'cutSubscriptions':
      return subscriptions.cut(order.node);
    case 'dropSubscriptions':
      return subscriptions.drop(order.node);
    case 'report':
      return;
  }
}
