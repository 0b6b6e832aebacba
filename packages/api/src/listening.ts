import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** The address to listen on is taken, or not to be had; the message says what to do. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/** A server that listens. */
export interface Listening {
  /** As a URL. */
  readonly address: string;
  /** Takes no more connections, lets requests under way finish for as long as `patience` milliseconds, then cuts them. */
  stop(patience: number): Promise<void>;
}

/**
 * Listens; port 0 takes any free one.
 * @throws CannotListen
 */
export async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const quiet = quietConnections(server);
  const address = await new Promise<string>((resolve, reject) => {
    const failed = (error: Error) => reject(new CannotListen(sentence(error, host, port), { cause: error }));
    server.once('error', failed);
    server.listen({ host, port }, () => {
      server.off('error', failed);
      resolve(urlOf(server.address(), host, port));
    });
  });
  return {
    address,
    stop: (patience) =>
      new Promise((resolve) => {
        const idle = setInterval(quiet.cut, 20);
        const late = setTimeout(() => server.closeAllConnections(), patience);
        server.close(() => {
          clearInterval(idle);
          clearTimeout(late);
          resolve();
        });
        quiet.cut();
      }),
  };
}

/**
 * Cuts the connections on which no request is under way, those on which none ever was included: browsers open such in advance, and
 * Node's own `closeIdleConnections` waits for them.
 */
function quietConnections(server: Server): { cut(): void } {
  const underWay = new Map<Socket, number>();
  const count = (socket: Socket, change: number) => {
    if (underWay.has(socket)) underWay.set(socket, (underWay.get(socket) ?? 0) + change);
  };
  server.on('connection', (socket: Socket) => {
    underWay.set(socket, 0);
    socket.once('close', () => underWay.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  return {
    cut() {
      for (const [socket, requests] of underWay) if (requests === 0) socket.destroy();
    },
  };
}

function urlOf(address: AddressInfo | string | null, host: string, port: number): string {
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  const named = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${named.includes(':') ? `[${named}]` : named}:${listening}`;
}

function sentence(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port === 65_535 ? port - 1 : port + 1} npm start.`;
    case 'EACCES':
      return `Port ${port} may not be listened on by this user. Choose one from 1024 on, for instance PORT=3000.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Set RECTIFY_HOST to one that it has, or to 127.0.0.1.`;
    default:
      return `Cannot listen on ${host}, port ${port}: ${error.message}.`;
  }
}
