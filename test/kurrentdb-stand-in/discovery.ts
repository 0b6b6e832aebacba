import type { handleUnaryCall } from '@grpc/grpc-js';
import type { ClusterInfo, MemberInfo } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import gossip from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import type { SupportedMethods } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import type { Empty } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import type { Cluster } from './cluster.ts';
import type { Node } from './node.ts';

/** `Gossip.Read`: the nodes, which of them are alive, and who leads. */
export function gossiping(cluster: Cluster): handleUnaryCall<Empty, ClusterInfo> {
  return (_call, callback) => {
    callback(null, new gossip.ClusterInfo().setMembersList(cluster.nodes.map((node) => member(node, cluster.leader))));
  };
}

function member(node: Node, leader: Node): MemberInfo {
  const { host, port } = node.address;
  const { LEADER, FOLLOWER } = gossip.MemberInfo.VNodeState;
  return new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setString(`00000000-0000-4000-9000-${port.toString(16).padStart(12, '0')}`))
    .setTimeStamp((BigInt(Date.now()) * 10_000n).toString())
    .setState(node === leader ? LEADER : FOLLOWER)
    .setIsAlive(node.isAlive)
    .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(port));
}

/** `ServerFeatures.GetSupportedMethods`: the calls that the stand-in answers. */
export const tellFeatures: handleUnaryCall<Empty, SupportedMethods> = (_call, callback) => {
  const methods = ['read', 'append', 'batchappend'].map((name) =>
    new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
  );
  callback(null, new features.SupportedMethods().setEventStoreServerVersion('25.0.0').setMethodsList(methods));
};
