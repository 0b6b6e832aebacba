import gossipService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb.js';
import featuresService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import streamsService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import { appending } from './appending.ts';
import { batchAppending } from './batch-appending.ts';
import { Cluster } from './cluster.ts';
import { type Control, controlBy, type Perform } from './control.ts';
import { gossiping, tellFeatures } from './discovery.ts';
import type { Address } from './node.ts';
import { performOn } from './performing.ts';
import { reading } from './reading.ts';
import { certify, type Users } from './security.ts';
import { Subscriptions } from './subscriptions.ts';
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
  /** A live subscription for which more than so many events wait is ended; unless said otherwise none is, as in the real server. */
  readonly dropBehind?: number;
  /** Whether the nodes want TLS, under an authority that is made for them. */
  readonly tls?: boolean;
  /** Passwords by name; unless said otherwise anyone may come in. Clients send them over TLS only. */
  readonly users?: Users;
}

/** A running stand-in. */
export interface StandIn extends AsyncDisposable {
  [Symbol.asyncDispose](): Promise<void>;
  /** For the client: every node by its address, with the authority's file and the first of the users. */
  readonly url: string;
  /** For the client: one node by its name, which tells of the others. */
  readonly discoverUrl: string;
  readonly nodes: readonly Address[];
  readonly control: Control;
  /** What the control does it by. */
  readonly perform: Perform;
  /** Cuts all connections and forgets everything. */
  close(): Promise<void>;
}

/** Starts a stand-in for a KurrentDB cluster in this process. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { nodes: size = 1, firstPosition = 1_024n, stride = 137n, tls = false, users } = options;
  const { systemEvents = true, maxAppendSize = 1024 * 1024, dropBehind = Number.POSITIVE_INFINITY } = options;
  const certified = tls ? await certify() : undefined;
  const cluster = new Cluster(size, { firstPosition, stride }, certified?.credentials);
  const writer = new Writer(cluster, { systemEvents, maxAppendSize });
  const subscriptions = new Subscriptions(dropBehind);
  for (const node of cluster.nodes) {
    node.server.addService(streamsService.StreamsService, {
      append: appending(node, writer, users),
      batchAppend: batchAppending(node, writer, users),
      read: reading(node, { cluster, subscriptions, users }),
    });
    node.server.addService(gossipService.GossipService, { read: gossiping(cluster) });
    node.server.addService(featuresService.ServerFeaturesService, { getSupportedMethods: tellFeatures });
    await node.start();
  }
  const close = async () => {
    cluster.faults.release();
    await Promise.all(cluster.nodes.map((node) => node.close()));
    await certified?.forget();
  };
  const addresses = cluster.nodes.map((node) => node.address);
  const [user] = Object.entries(users ?? {});
  const who = user === undefined ? '' : `${user.map(encodeURIComponent).join(':')}@`;
  const how = certified === undefined ? 'tls=false' : `tls=true&tlsCaFile=${certified.authorityFile}`;
  const perform = performOn(cluster, subscriptions);
  return {
    url: `kurrentdb://${who}${addresses.map(({ host, port }) => `${host}:${port}`).join(',')}?${how}`,
    discoverUrl: `kurrentdb+discover://${who}localhost:${addresses[0]?.port}?${how}`,
    nodes: addresses,
    control: controlBy(perform),
    perform,
    close,
    [Symbol.asyncDispose]: close,
  };
}
