import { UnknownStoreUrl } from '../errors.ts';

/** A node, or a name that stands for several. */
export interface Host {
  readonly address: string;
  readonly port: number;
}

/** What a `kurrentdb://` URL names. */
export interface KurrentdbAddress {
  readonly kind: 'kurrentdb';
  /** Whether the host is a name under which the nodes of a cluster are found. */
  readonly discover: boolean;
  readonly hosts: readonly Host[];
  readonly credentials: { readonly username: string; readonly password: string } | undefined;
  readonly tls: boolean;
  readonly tlsVerifyCert: boolean;
  /** Path of the certificate authority's file; the machine's own authorities unless given. */
  readonly tlsCaFile: string | undefined;
  /** Begins the name of every stream of this Rectify, so that one cluster may serve several. */
  readonly prefix: string;
  /** How long one attempt at a call may take, in milliseconds. */
  readonly defaultDeadline: number;
  /** Milliseconds between two signs of life on a quiet connection, and how long to wait for the answer. */
  readonly keepAliveInterval: number;
  readonly keepAliveTimeout: number;
}

/** What is allowed, for error messages. */
export const KURRENTDB_ALLOWED =
  '`kurrentdb://user:password@host:2113` or `kurrentdb+discover://…` for a KurrentDB or EventStoreDB cluster';

const URL_PARTS = /^(?:kurrentdb|esdb)(\+discover)?:\/\/(?:([^@/?#]*)@)?([^@/?#]+)\/?(?:\?([^#]*))?$/;
const HOST = /^([A-Za-z0-9][A-Za-z0-9._-]*)(?::(\d{1,5}))?$/;
const DEFAULT_PORT = 2113;

/** Each option by its name in small letters; a name of the prefix holds no `-`, which ends it in stream names. */
const OPTIONS: Readonly<Record<string, { readonly name: string; readonly value: RegExp; readonly is: string }>> = {
  tls: { name: 'tls', value: /^(?:true|false)$/, is: '`true` or `false`' },
  tlsverifycert: { name: 'tlsVerifyCert', value: /^(?:true|false)$/, is: '`true` or `false`' },
  tlscafile: { name: 'tlsCaFile', value: /^[^\0]+$/, is: 'the path of a file' },
  prefix: { name: 'prefix', value: /^[A-Za-z0-9_]{1,40}$/, is: 'up to 40 letters, digits and `_`' },
  defaultdeadline: { name: 'defaultDeadline', value: /^[1-9]\d{1,5}$/, is: 'milliseconds, from 10 to 999999' },
  keepaliveinterval: { name: 'keepAliveInterval', value: /^[1-9]\d{3,7}$/, is: 'milliseconds, at least 1000' },
  keepalivetimeout: { name: 'keepAliveTimeout', value: /^[1-9]\d{1,7}$/, is: 'milliseconds, at least 10' },
};

/**
 * Reads a `kurrentdb://`, `kurrentdb+discover://`, `esdb://` or `esdb+discover://` URL. TLS is on unless `tls=false`, and needs a user.
 * @throws UnknownStoreUrl saying what is wrong; it repeats neither user nor password nor a host
 */
export function kurrentdbAddress(url: string): KurrentdbAddress {
  const parts = URL_PARTS.exec(url);
  if (!parts) throw wrong('it is not of the form `kurrentdb://user:password@host:2113?option=value`');
  const [, discover, userInfo, hosts = '', query] = parts;
  const options = optionsIn(query);
  const tls = options.get('tls') !== 'false';
  const credentials = credentialsIn(userInfo);
  if (tls && !credentials) throw wrong('TLS needs `user:password@`; a server without TLS needs `?tls=false`');
  const named = hosts.split(',').map(hostIn);
  if (discover && named.length > 1) throw wrong('`+discover` takes one host, under which the nodes are found');
  return {
    kind: 'kurrentdb',
    discover: discover !== undefined,
    hosts: named,
    credentials,
    tls,
    tlsVerifyCert: options.get('tlsVerifyCert') !== 'false',
    tlsCaFile: options.get('tlsCaFile'),
    prefix: options.get('prefix') ?? 'rectify',
    defaultDeadline: Number(options.get('defaultDeadline') ?? 5_000),
    keepAliveInterval: Number(options.get('keepAliveInterval') ?? 10_000),
    keepAliveTimeout: Number(options.get('keepAliveTimeout') ?? 10_000),
  };
}

/** The hosts and the prefix, for messages: what a person needs to find the store, without user and password. */
export function inMessages({ hosts, prefix }: KurrentdbAddress): string {
  const named = hosts.map(({ address, port }) => `${address}:${port}`).join(', ');
  return `KurrentDB at ${named} (streams \`${prefix}-…\`)`;
}

function credentialsIn(userInfo: string | undefined): KurrentdbAddress['credentials'] {
  if (userInfo === undefined) return undefined;
  const [username, password, ...rest] = userInfo.split(':').map(decoded);
  if (!username || !password || rest.length > 0) {
    throw wrong('before `@` stands `user:password`, with `:`, `@`, `/`, `?`, `#` and `%` in them percent-encoded');
  }
  return { username, password };
}

function hostIn(text: string): Host {
  const [, address, port] = HOST.exec(text) ?? [];
  const number = Number(port ?? DEFAULT_PORT);
  if (!address || number < 1 || number > 65_535)
    throw wrong('a host is a name or an IPv4 address, with a port from 1 to 65535');
  return { address, port: number };
}

function optionsIn(query = ''): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const [key, raw] of query === '' ? [] : query.split('&').map((pair) => pair.split('=', 2))) {
    const option = OPTIONS[key?.toLowerCase() ?? ''];
    if (!option) {
      const allowed = Object.values(OPTIONS).map(({ name }) => `\`${name}\``);
      throw wrong(`it has an option other than ${allowed.join(', ')}`);
    }
    const value = decoded(raw ?? '');
    if (!option.value.test(value) || options.has(option.name))
      throw wrong(`\`${option.name}\` is given once, and is ${option.is}`);
    options.set(option.name, value);
  }
  return options;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong('it holds a `%` that is not the beginning of a percent-encoded character');
  }
}

function wrong(problem: string): UnknownStoreUrl {
  return new UnknownStoreUrl(`The URL of a KurrentDB store cannot be used: ${problem}.`);
}
