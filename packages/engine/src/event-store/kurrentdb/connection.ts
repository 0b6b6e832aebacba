import { readFileSync } from 'node:fs';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { StoreUnusable } from '../errors.ts';
import { inMessages, type KurrentdbAddress } from './address.ts';

/** The reading half waits this long before it connects at all, and between two looks for a node, in milliseconds. */
const DISCOVERY_INTERVAL = 20;

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
 * - its reading half is made anew when asked: one that lost its node may look for it alone, for ever, though another leads;
 * - it can be closed.
 */
export class Connection extends KurrentDBClient {
  protected override supports = async (): Promise<boolean> => false;
  #channel: Promise<Channel> | undefined;
  #node: string | undefined;
  readonly #address: KurrentdbAddress;
  #readingHalf: ReadingHalf;

  constructor(address: KurrentdbAddress, rootCertificate: Buffer | undefined, onLeader: (node: string) => void) {
    const half = readingHalfTo(address);
    super(half, settingsOf(address), {
      insecure: !address.tls,
      ...(rootCertificate && { rootCertificate }),
      ...(!address.tlsVerifyCert && { verifyOptions: { rejectUnauthorized: false } }),
    });
    this.#address = address;
    this.#readingHalf = half;
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

  /** What reads go through now. */
  override get rustClient(): ReadingHalf {
    return this.#readingHalf;
  }

  /** Makes the reading half anew, unless that was done since `failed` was in use; what it reads meanwhile is not disturbed. */
  readAnew(failed: ReadingHalf): void {
    if (this.#readingHalf === failed) this.#readingHalf = readingHalfTo(this.#address);
  }

  /** Ends every call under way and closes the connection. */
  async close(): Promise<void> {
    await this.dispose();
    const channel = await this.#channel?.catch(() => undefined);
    channel?.close();
  }
}

type Channel = Awaited<ReturnType<KurrentDBClient['getChannel']>>;

/** The half of the client that reads. */
export type ReadingHalf = KurrentDBClient['rustClient'];

/** The node that a channel of the client leads to, as host and port. */
function nodeOf(channel: Channel): string {
  return channel.getTarget().replace(/^dns:/, '');
}

function readingHalfTo(address: KurrentdbAddress): ReadingHalf {
  return KurrentDBClient.connectionString(connectionString(address)).rustClient;
}

/** A single node named by its address is not asked for a cluster; with `endpoint` the client looks at nothing else. */
function settingsOf({ discover, hosts, defaultDeadline, keepAliveInterval, keepAliveTimeout }: KurrentdbAddress) {
  const endpoints = hosts.map((host) => ({ ...host }));
  const [endpoint] = endpoints;
  const single = !discover && endpoints.length === 1;
  return { endpoints, ...(single && { endpoint }), defaultDeadline, keepAliveInterval, keepAliveTimeout };
}

/** What the reading half of the client is told; it takes nothing but such a text. */
function connectionString(address: KurrentdbAddress): string {
  const { discover, hosts, tls, tlsVerifyCert, tlsCaFile, defaultDeadline, keepAliveInterval, keepAliveTimeout } =
    address;
  const options = new URLSearchParams({
    tls: String(tls),
    tlsVerifyCert: String(tlsVerifyCert),
    defaultDeadline: String(defaultDeadline),
    discoveryInterval: String(DISCOVERY_INTERVAL),
    keepAliveInterval: String(keepAliveInterval),
    keepAliveTimeout: String(keepAliveTimeout),
  });
  const authority = tls && tlsCaFile ? `&tlsCaFile=${encodeURIComponent(tlsCaFile)}` : '';
  const named = hosts.map(({ address: name, port }) => `${name}:${port}`).join(',');
  return `kurrentdb${discover ? '+discover' : ''}://${named}?${options}${authority}`;
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
