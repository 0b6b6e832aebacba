import { readFileSync } from 'node:fs';
import {
  type AllStreamResolvedEvent,
  type BaseOptions,
  convertToCommandError,
  type EventType,
  KurrentDBClient,
  type ReadAllOptions,
  type ReadStreamOptions,
  type ResolvedEvent,
  StreamNotFoundError,
} from '@kurrent/kurrentdb-client';
import { convertGrpcEvent } from '@kurrent/kurrentdb-client/dist/utils/convertGrpcEvent.js';
import streamsService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import type { ReadReq, ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { StoreUnusable } from '../errors.ts';
import { inMessages, type KurrentdbAddress } from './address.ts';
import { allRequest, streamRequest } from './read-request.ts';

type NativeHalf = KurrentDBClient['rustClient'];

/** Stands where the native half of the client would: nothing reads through it. */
const NO_NATIVE_HALF: NativeHalf = { readStream: readsNothing, readAll: readsNothing };

function readsNothing(): never {
  throw new TypeError('Reads do not go through the native half of the client.');
}

/**
 * Makes the client of a cluster; nothing is sent before the first call.
 * @param onLeader told of every node after the first that appends go to, which is the one that leads as far as the client knows
 * @throws StoreUnusable when the file of the certificate authority cannot be read, or this machine cannot run the client
 */
export function connectionTo(address: KurrentdbAddress, onLeader: (node: string) => void): Connection {
  const rootCertificate = address.tls && address.tlsCaFile ? readCertificate(address.tlsCaFile) : undefined;
  try {
    return new Connection(address, rootCertificate, onLeader);
  } catch (error) {
    // The client's own errors may quote its connection string; that one holds no password.
    throw new StoreUnusable(`The client of ${inMessages(address)} cannot run on this machine.`, { cause: error });
  }
}

/**
 * The client of one cluster, where it differs from the one it extends:
 * - user and password are given with each call and stand in no connection string, which the client writes to its debugging log;
 * - each append is a call of its own. Appends that share one call (`batchAppend`) can hang when it breaks, and break the process;
 * - a cluster that cannot be found again fails the calls that wait for it, not the process;
 * - it reads over the connection that appends and subscribes. The client reads through a native half, which takes an answer for whole that
 *   was cut off before its end (grpc-rust #2543): a stream was then empty that is not;
 * - it can be closed.
 */
export class Connection extends KurrentDBClient {
  protected override supports = async (): Promise<boolean> => false;
  #channel: Promise<Channel> | undefined;
  #node: string | undefined;

  constructor(address: KurrentdbAddress, rootCertificate: Buffer | undefined, onLeader: (node: string) => void) {
    super(NO_NATIVE_HALF, settingsOf(address), {
      insecure: !address.tls,
      ...(rootCertificate && { rootCertificate }),
      ...(!address.tlsVerifyCert && { verifyOptions: { rejectUnauthorized: false } }),
    });
    const { credentials } = address;
    if (credentials) this.setCredentialsProvider(async () => credentials);
    const { handleError, getChannel } = this;
    this.handleError = (client, error) => handleError(client, error).catch(() => {});
    this.getChannel = () => {
      this.#channel = getChannel();
      this.#channel.then((channel) => this.#connectedTo(nodeOf(channel), onLeader)).catch(() => {});
      return this.#channel;
    };
  }

  #connectedTo(node: string, onLeader: (node: string) => void): void {
    if (this.#node !== undefined && this.#node !== node) onLeader(node);
    this.#node = node;
  }

  override readStream<Known extends EventType = EventType>(name: string, options: ReadStreamOptions = {}) {
    return this.#read<ResolvedEvent<Known>>(streamRequest(name, options), options, name);
  }

  override readAll(options: ReadAllOptions = {}) {
    return this.#read<AllStreamResolvedEvent>(allRequest(options), options);
  }

  async *#read<Resolved extends ResolvedEvent>(request: ReadReq, options: BaseOptions, stream?: string) {
    const create = this.GRPCStreamCreator(streamsService.StreamsClient, 'read', (client) =>
      client.read(request, ...this.callArguments(options)),
    );
    try {
      const call = await create();
      const responses: AsyncIterable<ReadResp> = call;
      // Who has read enough cancels the call, which then fails, unheard.
      call.on('error', () => {});
      try {
        for await (const response of responses) {
          if (response.hasStreamNotFound()) throw new StreamNotFoundError(undefined, stream);
          const event = response.getEvent();
          if (event) yield convertGrpcEvent<Resolved>(event);
        }
      } finally {
        call.cancel();
      }
    } catch (error) {
      throw error instanceof Error ? convertToCommandError(error) : error;
    }
  }

  /** Ends every call under way and closes the connection. */
  async close(): Promise<void> {
    await this.dispose();
    const channel = await this.#channel?.catch(() => undefined);
    channel?.close();
  }
}

type Channel = Awaited<ReturnType<KurrentDBClient['getChannel']>>;

/** The node that a channel of the client leads to, as host and port. */
function nodeOf(channel: Channel): string {
  return channel.getTarget().replace(/^dns:/, '');
}

/** A single node named by its address is not asked for a cluster; with `endpoint` the client looks at nothing else. */
function settingsOf({ discover, hosts, defaultDeadline, keepAliveInterval, keepAliveTimeout }: KurrentdbAddress) {
  const endpoints = hosts.map((host) => ({ ...host }));
  const [endpoint] = endpoints;
  const single = !discover && endpoints.length === 1;
  return { endpoints, ...(single && { endpoint }), defaultDeadline, keepAliveInterval, keepAliveTimeout };
}

function readCertificate(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new StoreUnusable(`The certificate authority's file ${file} (\`tlsCaFile\`) cannot be read.`, {
      cause: error,
    });
  }
}
