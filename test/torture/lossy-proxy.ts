import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';

/** A proxy between clients and a server that loses some of the answers, after the server has given them. */
export interface LossyProxy extends AsyncDisposable {
  [Symbol.asyncDispose](): Promise<void>;
  readonly address: string;
  /** How many answers were lost so far. */
  lost(): number;
  /** Leads to another server from now on. */
  leadTo(address: string): void;
}

/** Starts one. `loses` is asked for every answer that the server gave; the client's connection is cut instead. */
export async function startLossyProxy(loses: () => boolean): Promise<LossyProxy> {
  const agent = new Agent({ keepAlive: true });
  let target = new URL('http://127.0.0.1');
  let lost = 0;

  async function answerOfServer({ method, url: path, headers }: IncomingMessage, body: Buffer) {
    const answered = Promise.withResolvers<IncomingMessage>();
    request({ agent, host: target.hostname, port: target.port, method, path, headers })
      .on('response', answered.resolve)
      .on('error', answered.reject)
      .end(body);
    const response = await answered.promise;
    return { status: response.statusCode ?? 502, headers: response.headers, body: await buffer(response) };
  }

  const proxy = createServer(async (asked, response) => {
    try {
      const { status, headers, body } = await answerOfServer(asked, await buffer(asked));
      if (loses()) {
        lost += 1;
        response.destroy();
      } else response.writeHead(status, headers).end(body);
    } catch {
      // The server is gone, and so is the connection.
      response.destroy();
    }
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = z.object({ port: z.number() }).parse(proxy.address());

  return {
    address: `http://127.0.0.1:${port}`,
    lost: () => lost,
    leadTo(address) {
      target = new URL(address);
    },
    async [Symbol.asyncDispose]() {
      agent.destroy();
      const closed = once(proxy, 'close');
      proxy.close();
      proxy.closeAllConnections();
      await closed;
    },
  };
}
