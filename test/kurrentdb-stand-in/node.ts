import { createServer, type Server as Listener, type Socket } from 'node:net';
import { type ConnectionInjector, Server, ServerCredentials } from '@grpc/grpc-js';
import type { Log } from './log.ts';

/** Where a node can be reached. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

const HOST = '127.0.0.1';

/** A call as far as its connection is concerned. */
interface Call {
  getPeer(): string;
}

/** One node of the cluster: its port, its connections, and how much of the log it sees. */
export class Node {
  readonly index: number;
  readonly server = new Server({ 'grpc.max_receive_message_length': -1 });
  readonly log: Log;
  #listener: Listener | undefined;
  #port = 0;
  #sees: number | undefined;
  readonly #sockets = new Map<string, Socket>();
  readonly #injector: ConnectionInjector;
  readonly #shown = new Set<() => void>();
  readonly #stopWatching: () => void;

  constructor(index: number, log: Log, credentials = ServerCredentials.createInsecure()) {
    this.index = index;
    this.log = log;
    this.#injector = this.server.createConnectionInjector(credentials);
    this.#stopWatching = log.onGrown(() => {
      if (this.#sees === undefined) this.#show();
    });
  }

  get address(): Address {
    return { host: HOST, port: this.#port };
  }

  get isAlive(): boolean {
    return this.#listener !== undefined;
  }

  /** How many events of the log this node sees. */
  get end(): number {
    return this.#sees ?? this.log.length;
  }

  /** How many events of a stream this node sees. */
  endOf(stream: string): number {
    const events = this.log.stream(stream);
    if (this.#sees === undefined) return events.length;
    const last = this.log.at(this.#sees - 1);
    return events.findLastIndex((event) => last !== undefined && event.position <= last.position) + 1;
  }

  /** Calls back whenever this node sees more, until the returned function is called. */
  onShown(callback: () => void): () => void {
    this.#shown.add(callback);
    return () => this.#shown.delete(callback);
  }

  /** Sees no new events from now on. */
  holdBack(): void {
    this.#sees ??= this.log.length;
  }

  /** Sees all events again. */
  letCatchUp(): void {
    this.#sees = undefined;
    this.#show();
  }

  /** Opens the port; the same one as before when the node was started before. */
  async start(): Promise<void> {
    if (this.#listener !== undefined) return;
    const listener = createServer({ noDelay: true }, (socket) => this.#accept(socket));
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(this.#port, HOST, resolve);
    });
    const address = listener.address();
    if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
    this.#port = address.port;
    this.#listener = listener;
  }

  /** Closes the port and cuts every connection. */
  async stop(): Promise<void> {
    const listener = this.#listener;
    if (listener === undefined) return;
    this.#listener = undefined;
    const closed = new Promise((resolve) => listener.close(resolve));
    for (const socket of this.#sockets.values()) socket.destroy();
    await closed;
  }

  /** Cuts the connection over which a call came. */
  cut(call: Call): void {
    this.#sockets.get(call.getPeer())?.destroy();
  }

  /** Stops for good. */
  async close(): Promise<void> {
    this.#stopWatching();
    await this.stop();
    this.#injector.destroy();
    this.server.forceShutdown();
  }

  #accept(socket: Socket): void {
    const peer = `${socket.remoteAddress}:${socket.remotePort}`;
    this.#sockets.set(peer, socket);
    socket.once('close', () => this.#sockets.delete(peer));
    socket.on('error', () => socket.destroy());
    this.#injector.injectConnection(socket);
  }

  #show(): void {
    for (const callback of this.#shown) callback();
  }
}
