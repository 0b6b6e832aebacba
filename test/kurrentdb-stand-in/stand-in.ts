import gossipService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb.js';
import featuresService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import streamsService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import { appending } from './appending.ts';
import { batchAppending } from './batch-appending.ts';
import { Cluster } from './cluster.ts';
import type { Control } from './control.ts';
import { controlOver } from './controlling.ts';
import { gossiping, tellFeatures } from './discovery.ts';
import type { Address } from './node.ts';
import { reading } from './reading.ts';
import { Subscriptions } from './subscribing.ts';
import { Writer } from './writing.ts';

/** How a stand-in is to be. */
export interface StandInOptions {
  /** How many nodes the cluster has; 1 unless said otherwise. */
  readonly nodes?: number;
  /** The position of the first event, and how far the next one is from it. */
  readonly firstPosition?: bigint;
  readonly stride?: bigint;
  /** Whether the server writes events of its own, into streams that begin with `$`, before each append; true unless said otherwise. */
  readonly systemEvents?: boolean;
  /** In bytes; 1 MiB unless said otherwise, as in the real server. */
  readonly maxAppendSize?: number;
}

/** A running stand-in. */
export interface StandIn extends AsyncDisposable {
  [Symbol.asyncDispose](): Promise<void>;
  /** For the client: every node by its address. */
  readonly url: string;
  /** For the client: one node by its name, which tells of the others. */
  readonly discoverUrl: string;
  readonly nodes: readonly Address[];
  readonly control: Control;
  /** Cuts all connections and forgets everything. */
  close(): Promise<void>;
}

/** Starts a stand-in for a KurrentDB cluster in this process. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { nodes: size = 1, firstPosition = 1_024n, stride = 137n } = options;
  const { systemEvents = true, maxAppendSize = 1024 * 1024 } = options;
  const cluster = new Cluster(size, { firstPosition, stride }, Date.now, undefined);
  const writer = new Writer(cluster, { systemEvents, maxAppendSize });
  const subscriptions = new Subscriptions();
  for (const node of cluster.nodes) {
    node.server.addService(streamsService.StreamsService, {
      append: appending(node, writer),
      batchAppend: batchAppending(node, writer),
      read: reading(node, cluster, subscriptions),
    });
    node.server.addService(gossipService.GossipService, { read: gossiping(cluster) });
    node.server.addService(featuresService.ServerFeaturesService, { getSupportedMethods: tellFeatures });
    await node.start();
  }
  const close = async () => {
    cluster.faults.release();
    await Promise.all(cluster.nodes.map((node) => node.close()));
  };
  const addresses = cluster.nodes.map((node) => node.address);
  return {
    url: `kurrentdb://${addresses.map(({ host, port }) => `${host}:${port}`).join(',')}?tls=false`,
    discoverUrl: `kurrentdb+discover://localhost:${addresses[0]?.port}?tls=false`,
    nodes: addresses,
    control: controlOver(cluster, subscriptions),
    close,
    [Symbol.asyncDispose]: close,
  };
}
