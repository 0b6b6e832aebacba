import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The address to listen on is taken, or not to be had; the message says what to do. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/**
 * Listens, and answers the address as a URL; port 0 takes any free one.
 * @throws CannotListen
 */
export function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new CannotListen(sentence(error, host, port), { cause: error })));
    server.listen({ host, port }, () => {
      server.removeAllListeners('error');
      resolve(urlOf(server.address(), host, port));
    });
  });
}

/**
 * Stops taking connections, lets requests under way finish for as long as `patience` milliseconds, then cuts them.
 */
export function stopListening(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
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
